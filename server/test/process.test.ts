import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type TestDatabase, testDatabase } from './database.ts'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
let database: TestDatabase
let dataDir: string
let running: ChildProcess[] = []

beforeEach(async () => {
  database = await testDatabase()
  dataDir = await mkdtemp(join(tmpdir(), 'madang-process-'))
})
afterEach(async () => {
  for (const child of running) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  running = []
  await database.drop()
  await rm(dataDir, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

interface Process {
  url: string
  child: ChildProcess
  ended: Promise<number | null>
  /** What it has told the person at the terminal. */
  said(): string
}

async function start(env: Record<string, string> = {}, args: string[] = []): Promise<Process> {
  const port = await freePort()
  const child = spawn(process.execPath, [main, ...args], {
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: database.url,
      SECRET_KEY: 'a secret of at least thirty-two bytes',
      DATA_DIR: dataDir,
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'error',
      WEB_PROCESSES: '1',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  let said = ''
  child.stderr?.on('data', (data) => {
    said += String(data)
  })
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  await vi
    .waitFor(() => expect(said).toContain('ready at'), { timeout: 90_000 })
    .catch(() => {
      throw new Error(said)
    })
  return { url: `http://127.0.0.1:${port}`, child, ended, said: () => said }
}

/** Asks without a pause until the server is gone; tells what went wrong before that. */
async function askUntilGone(url: string, failures: string[]): Promise<number> {
  for (let answered = 0; ; answered++) {
    try {
      const answer = await fetch(url)
      await answer.text()
      if (answer.status !== 200) failures.push(String(answer.status))
    } catch (error) {
      const code = ((error as Error).cause as { code?: string } | undefined)?.code ?? String(error)
      if (code !== 'ECONNREFUSED') failures.push(code)
      return answered
    }
  }
}

test('SIGTERM lets no request fail that the server has taken, and ends with 0', { timeout: 120_000 }, async () => {
  const { url, child, ended } = await start()
  const failures: string[] = []
  const readers = Array.from({ length: 10 }, () => askUntilGone(`${url}/api/openapi.json`, failures))
  await vi.waitFor(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200))
  child.kill('SIGTERM')
  const answered = await Promise.all(readers)
  expect(await ended).toBe(0)
  expect(Math.min(...answered)).toBeGreaterThan(0)
  expect(failures).toEqual([])
})

test('several web processes answer behind one port, and one that is killed is replaced', {
  timeout: 180_000,
}, async () => {
  const { url, child, ended } = await start({ WEB_PROCESSES: '2' })
  const pids = () => webProcesses(child.pid ?? 0)
  await vi.waitFor(async () => expect(await pids()).toHaveLength(2), { timeout: 30_000 })
  const requests = 20
  for (let n = 0; n < requests; n++)
    await fetch(`${url}/api/openapi.json`, { headers: { connection: 'close' } }).then((answer) => answer.text())
  const counted = /^madang_http_requests_total\{.*openapi\.json.*\} (\d+)$/m
  await vi.waitFor(async () => {
    const metrics = await (await fetch(`${url}/metrics`, { headers: { connection: 'close' } })).text()
    expect(counted.exec(metrics)?.[1]).toBe(String(requests))
  })
  const [first = 0] = await pids()
  process.kill(first, 'SIGKILL')
  await vi.waitFor(
    async () => {
      const now = await pids()
      expect(now).toHaveLength(2)
      expect(now).not.toContain(first)
      expect((await fetch(`${url}/readyz`)).status).toBe(200)
    },
    { timeout: 60_000, interval: 100 },
  )
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})

test('a process without the role web answers its health and nothing else', { timeout: 120_000 }, async () => {
  const { url, child, ended } = await start({}, ['--roles', 'worker'])
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  expect((await fetch(`${url}/api/openapi.json`)).status).toBe(404)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})

test('an administrator of the environment that cannot be made is said, beside the set-up link', {
  timeout: 120_000,
}, async () => {
  const { child, ended, said } = await start({ ADMIN_EMAIL: 'boss@test.invalid', ADMIN_PASSWORD: 'password123' })
  await vi.waitFor(() => expect(said()).toContain('/setup?token='))
  expect(said()).toContain('ADMIN_EMAIL and ADMIN_PASSWORD made no account')
  expect(said()).not.toContain('password123')
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})

async function webProcesses(parent: number): Promise<number[]> {
  const ps = spawn('ps', ['-o', 'pid=', '--ppid', String(parent)])
  let out = ''
  ps.stdout.on('data', (data) => {
    out += String(data)
  })
  await once(ps, 'close')
  return out.trim().split(/\s+/).filter(Boolean).map(Number)
}
