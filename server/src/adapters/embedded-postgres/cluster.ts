import { type SpawnSyncOptionsWithStringEncoding, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { explainOutput, PostgresProblem } from './postgres-problem.ts'
import type { Settings } from './settings.ts'
import { giveAwayFile, type RunAs } from './unprivileged-user.ts'

export const user = 'madang'
export const database = 'madang'

const neededBytes = 300e6
const initdbArgs = [
  ...['-U', user, '-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
  ...['--data-checksums', '--auth-local=peer', '--auth-host=scram-sha-256', '--no-instructions', '--no-sync'],
]

export function spawnOptions(binaries: Binaries, runAs: RunAs) {
  const env = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC', LD_LIBRARY_PATH: join(binaries.native, 'lib') }
  return { ...runAs, cwd: '/', env }
}

/** Makes the cluster when there is none, and refuses one of another major version. Gives its folder. */
export function ensureCluster(home: string, binaries: Binaries, runAs: RunAs, say: (line: string) => void): string {
  const cluster = join(home, 'cluster')
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    say('creating the database (once)')
    createCluster(home, cluster, binaries, runAs)
  }
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (found === binaries.major) return cluster
  throw new PostgresProblem(
    'version',
    `the data in ${cluster} is of PostgreSQL ${found}, the installed binaries are ${binaries.origin}: ` +
      'start the version of this program that made it, export, and import with this one',
  )
}

/** Written at every start: who may connect and the settings, of which `postgresql.auto.conf` is the operator's. */
export function configureCluster(cluster: string, settings: Settings, runAs: RunAs): void {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`)
  const files = {
    'madang.conf': lines.join(''),
    'pg_hba.conf': 'local all all peer map=madang\n',
    'pg_ident.conf': `madang "${userInfo().username}" ${user}\n`,
  }
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(cluster, name), text)
    giveAwayFile(join(cluster, name), runAs)
  }
}

/** In a temporary folder and then a rename: an interrupted start leaves no half cluster. */
function createCluster(home: string, cluster: string, binaries: Binaries, runAs: RunAs): void {
  for (const name of readdirSync(home).filter((entry) => entry.startsWith('new-'))) {
    rmSync(join(home, name), { recursive: true, force: true })
  }
  refuseFullDisk(home)
  const fresh = join(home, `new-${process.pid}`)
  const run = (program: string, args: string[], input = '') => {
    const options: SpawnSyncOptionsWithStringEncoding = {
      ...spawnOptions(binaries, runAs),
      input,
      encoding: 'utf8',
    }
    const { status, stdout, stderr, error } = spawnSync(join(binaries.native, 'bin', program), args, options)
    if (status !== 0) throw explainOutput(`${stdout}\n${stderr}${error ?? ''}`, fresh)
  }
  try {
    run('initdb', ['-D', fresh, ...initdbArgs])
    appendFileSync(
      join(fresh, 'postgresql.conf'),
      "\n# written at every start; your own settings: postgresql.auto.conf (ALTER SYSTEM)\ninclude_if_exists 'madang.conf'\n",
    )
    run('postgres', ['--single', '-D', fresh, '-c', 'io_method=sync', 'postgres'], `create database ${database}\n`)
    run('initdb', ['--sync-only', '-D', fresh])
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    throw error
  }
  renameSync(fresh, cluster)
}

function refuseFullDisk(home: string): void {
  const { bavail, bsize } = statfsSync(home)
  if (bavail * bsize >= neededBytes) return
  const megabytes = Math.round((bavail * bsize) / 1e6)
  throw new PostgresProblem(
    'disk-full',
    `only ${megabytes} MB are free at ${home}, ${neededBytes / 1e6} MB are needed: free some space and start again`,
  )
}
