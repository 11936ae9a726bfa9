import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { type Program, runProgram } from '../../../test/program.ts'
import { processExists } from './processes.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded-postgres.ts'

const hold = fileURLToPath(new URL('../../../test/programs/hold-postgres.ts', import.meta.url))
const isRoot = process.getuid?.() === 0
const nobody = 65_534
const settings = { fsync: 'off' }
const asNobody = { uid: nobody, gid: nobody, cwd: '/' }
const canMount = isRoot && spawnSync('unshare', ['-m', 'true']).status === 0
// not in a checkout that only root may enter
const canBeNobody = isRoot && spawnSync(process.execPath, ['--check', hold], asNobody).status === 0

const top = mkdtempSync(join(tmpdir(), 'madang-embedded-'))
chmodSync(top, 0o755)
afterAll(() => rmSync(top, { recursive: true, force: true }))
const newFolder = () => {
  const folder = mkdtempSync(join(top, 'data-'))
  chmodSync(folder, 0o755)
  return folder
}

const holding = (folder: string, ...options: string[]) => runProgram(process.execPath, [hold, folder, ...options])
const isReady = async (program: Program) => Number((await program.printed(/^ready (\d+)$/m))[1])
const parentOf = (pid: number) => Number(spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)]).stdout)
const childrenOf = (pid: number) =>
  String(spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)]).stdout)
    .trim()
    .split(/\s+/)
    .map(Number)
const kill = (...pids: number[]) => {
  for (const pid of pids) if (processExists(pid)) process.kill(pid, 'SIGKILL')
}
const gone = (pid: number) => expect.poll(() => processExists(pid), { timeout: 10_000 }).toBe(false)

async function ask<T>({ host, port, user, database }: EmbeddedPostgres, text: string): Promise<T[]> {
  const client = new pg.Client({ host, port, user, database })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text)).rows as T[]
  } finally {
    await client.end()
  }
}

describe('an embedded PostgreSQL', { timeout: 60_000 }, () => {
  test('keeps what was written over a stop and a start, and is gone when stopped', async () => {
    const dataDir = newFolder()
    const first = await startEmbeddedPostgres({ dataDir, settings })
    await ask(first, 'create table kept as select 1 as n')
    const { pid } = first
    await first.stop()
    expect(processExists(pid)).toBe(false)
    const second = await startEmbeddedPostgres({ dataDir, settings: { ...settings, work_mem: '9MB' } })
    expect(await ask(second, 'select n from kept')).toEqual([{ n: 1 }])
    expect(await ask(second, 'show work_mem')).toEqual([{ work_mem: '9MB' }])
    await second.stop()
  })

  test('loses no acknowledged row, whatever is killed, and starts again each time', async () => {
    const dataDir = newFolder()
    const acknowledged: string[] = []
    const rounds = ['node', 'node, sh', 'node, sh, postmaster', 'all', 'node, sh, watcher'] as const
    for (const round of rounds) {
      const program = holding(dataDir, '--write')
      const postmaster = await isReady(program)
      await program.printed(/^wrote (?:.*\n){40}/m)
      const sh = parentOf(postmaster)
      const watcher = childrenOf(sh).filter((pid) => pid !== postmaster)
      const backends = childrenOf(postmaster)
      if (round === 'node') kill(program.pid)
      if (round === 'node, sh') kill(program.pid, sh)
      if (round === 'node, sh, postmaster') kill(program.pid, sh, postmaster)
      if (round === 'node, sh, watcher') kill(sh, ...watcher, program.pid)
      if (round === 'all') kill(...backends, postmaster, program.pid, sh, ...watcher)
      expect(await program.ended()).toBe('SIGKILL')
      acknowledged.push(...[...program.output().matchAll(/^wrote (.+)\n/gm)].map(([, id = '']) => id))
    }
    const said: string[] = []
    const postgres = await startEmbeddedPostgres({ dataDir, settings, say: (line) => said.push(line) })
    const rows = new Set((await ask<{ id: string }>(postgres, 'select id from written')).map(({ id }) => id))
    expect(acknowledged.length).toBeGreaterThan(200)
    expect(acknowledged.filter((id) => !rows.has(id))).toEqual([])
    expect(said.join()).toMatch(/stopping a PostgreSQL left behind/)
    await postgres.stop()
  })

  test('ends with the process that started it, even when that is killed', async () => {
    const program = holding(newFolder())
    const postmaster = await isReady(program)
    kill(program.pid)
    await gone(postmaster)
  })

  test('is started again when it is killed, at the same address, and gives up when that keeps happening', async () => {
    const reasons: string[] = []
    const dataDir = newFolder()
    const postgres = await startEmbeddedPostgres({ dataDir, settings, onDown: (reason) => reasons.push(reason) })
    await ask(postgres, 'create table kept as select 1 as n')
    for (let killed = 1; killed <= 6; killed++) {
      const { pid } = postgres
      // killing its sh alone ends it too: by its watcher, and without a recovery
      kill(killed === 2 ? parentOf(pid) : pid)
      await expect.poll(() => postgres.pid !== pid || reasons.length > 0, { timeout: 15_000 }).toBe(true)
      if (killed <= 2) expect(await ask(postgres, 'select n from kept')).toEqual([{ n: 1 }])
    }
    expect(reasons).toEqual([expect.stringMatching(/^PostgreSQL keeps ending .*postgres\.log$/)])
    const again = await startEmbeddedPostgres({ dataDir, settings })
    await again.stop()
  })

  test('of two that start on one folder at once one wins, and the other learns who holds it', async () => {
    const dataDir = newFolder()
    const programs = [holding(dataDir), holding(dataDir)]
    const outcomes = await Promise.all(programs.map((program) => program.printed(/^(ready|problem in-use).*$/m)))
    const [winner, loser] = outcomes[0]?.[1] === 'ready' ? programs : programs.toReversed()
    expect(outcomes.map(([, outcome]) => outcome).sort()).toEqual(['problem in-use', 'ready'])
    expect(loser?.output()).toContain(`is in use by process ${winner?.pid}: stop that first`)
    expect(await loser?.ended()).toBe(78)
    winner?.child.kill('SIGTERM')
    await winner?.printed(/^stopped$/m)
  })

  test('is told to whom data of another major version belongs, and touches nothing', async () => {
    const dataDir = newFolder()
    const cluster = join(dataDir, 'postgres/cluster')
    mkdirSync(cluster, { recursive: true })
    writeFileSync(join(cluster, 'PG_VERSION'), '17\n')
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(
      /is of PostgreSQL 17, the installed binaries are .*18/,
    )
    expect(existsSync(join(dataDir, 'postgres.lock'))).toBe(false)
  })

  test('an interrupted making of the cluster is begun anew', async () => {
    const dataDir = newFolder()
    mkdirSync(join(dataDir, 'postgres/new-4711/base'), { recursive: true })
    const postgres = await startEmbeddedPostgres({ dataDir, settings })
    expect(existsSync(join(dataDir, 'postgres/new-4711'))).toBe(false)
    await postgres.stop()
  })

  test('a path too long for a socket gets its socket elsewhere', async () => {
    const dataDir = join(newFolder(), 'a-long-name-'.repeat(10))
    const postgres = await startEmbeddedPostgres({ dataDir, settings })
    expect(await ask(postgres, 'select 1 as n')).toEqual([{ n: 1 }])
    await postgres.stop()
    expect(existsSync(postgres.host)).toBe(false)
  })
})

describe.runIf(isRoot)('started by root', { timeout: 60_000 }, () => {
  test('it runs as an unprivileged user, also where only root may enter', async () => {
    const closed = mkdtempSync(join(top, 'closed-'))
    const dataDir = join(closed, 'data')
    const postgres = await startEmbeddedPostgres({ dataDir, settings })
    const far = readFileSync(join(dataDir, 'postgres.at'), 'utf8')
    try {
      expect(readFileSync(`/proc/${postgres.pid}/status`, 'utf8')).toMatch(new RegExp(`^Uid:\\s+${nobody}\\s`, 'm'))
      expect(await ask(postgres, 'select 1 as n')).toEqual([{ n: 1 }])
      expect(far).toMatch(/^\/var\/(lib|tmp)\/madang-/)
      await postgres.stop()
      const again = await startEmbeddedPostgres({ dataDir, settings })
      expect(again.host).toBe(postgres.host)
      await again.stop()
    } finally {
      rmSync(far, { recursive: true, force: true })
    }
  })

  test('an umask that closes everything does not stop it', async () => {
    const dataDir = newFolder()
    const program = runProgram('/bin/sh', ['-c', 'umask 077; exec "$@"', 'sh', process.execPath, hold, dataDir])
    await isReady(program)
    program.child.kill('SIGTERM')
    expect(await program.ended()).toBe(0)
  })

  test.runIf(canBeNobody)(
    'an ordinary user starts it in a folder of its own, and is told when the folder is another’s',
    async () => {
      const own = newFolder()
      chownSync(own, nobody, nobody)
      const program = runProgram(process.execPath, [hold, own], asNobody)
      await isReady(program)
      program.child.kill('SIGTERM')
      expect(await program.ended()).toBe(0)
      const refused = runProgram(process.execPath, [hold, newFolder()], asNobody)
      expect(await refused.ended()).toBe(78)
      expect(refused.output()).toMatch(/problem not-writable .* cannot be used by user id 65534/)
    },
  )

  test.runIf(canMount)('a full disk is named: nothing is half made, and it starts once there is room', async () => {
    const dataDir = newFolder()
    const script = `
      mount -t tmpfs -o size=100m,mode=755 tmpfs "$1" || exit 99
      start() { "$2" "$3" "$1" --once; echo "$4: $?"; }
      start "$@" small
      mount -o remount,size=600m "$1"; start "$@" roomy
      dd if=/dev/zero of="$1/filler" bs=1M 2>/dev/null; start "$@" full
      rm "$1/filler"; start "$@" freed`
    const program = runProgram('unshare', ['-m', '/bin/sh', '-c', script, 'sh', dataDir, process.execPath, hold])
    expect(await program.ended()).toBe(0)
    expect(program.output()).toMatch(/problem disk-full only \d+ MB are free at .*\nsmall: 1\n/)
    expect(program.output()).toMatch(/roomy: 0\n/)
    expect(program.output()).toMatch(/problem disk-full the disk under .* is full(.*\n)+full: 1\n/)
    expect(program.output()).toMatch(/freed: 0\n/)
  })
})
