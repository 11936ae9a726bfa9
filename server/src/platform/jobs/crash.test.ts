import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { systemClock } from '../../kernel/clock.ts'
import { createIds } from '../../kernel/id.ts'
import { createDatabase, createPool, type Database, sql } from '../database.ts'
import { crashJob } from './crash-job-for-tests.ts'
import { createJobs, type Jobs } from './jobs.ts'

const leaseMs = 600
/** Of about 35 statements of a run with two chunks; every third unless all are asked for. */
const points = Array.from({ length: 40 }, (_, n) => n + 1).filter((n) => process.env['JOB_KILLS'] || n % 4 === 1)
const kills = process.env['JOB_KILLS'] ? 20 : 6

let database: TestDatabase
let db: Database
let close: () => Promise<void>
const children = new Set<ChildProcess>()

beforeEach(async () => {
  database = await testDatabase()
  const pool = createPool(database.address, 8)
  db = createDatabase(pool)
  close = () => pool.end()
  await db.run(sql`create table copied (job text, n int, writer int, primary key (job, n))`)
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  await close()
  await database.drop()
})

function node(job: string, total: number): Jobs {
  const jobs = createJobs({
    ...{ db, pool: db.pool, clock: systemClock, ids: createIds(systemClock), timezone: 'Asia/Seoul' },
    ...{ logger: pino({ level: 'silent' }), leaseMs, pollMs: 50, chunkSize: 10, retryDelaysMs: [1, 2, 4] },
  })
  jobs.register(crashJob({ name: job, total, chunkMs: 0 }))
  return jobs
}

function start(options: object): ChildProcess {
  const given = JSON.stringify({ address: database.address, leaseMs, chunkMs: 0, ...options })
  const child = fork(new URL('./crash-process.ts', import.meta.url), [given], { execArgv: [] })
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

const completed = (jobs: Jobs, id: string, timeout = 20_000) =>
  vi.waitFor(
    async () => {
      const run = await jobs.inspect(id)
      expect(run.state).toBe('COMPLETED')
      return run
    },
    { timeout },
  )

/** Everything that the run left, in key order, without who wrote it. */
const dump = async (job: string) => [
  await db.many(sql`select n from copied where job = ${job} order by n`),
  await db.many(sql`
    select i.step, i.key, i.outcome, i.reason, i.excerpt from jobs.item i join jobs.run r on r.id = i.run_id
    where r.job = ${job} order by i.step, i.key`),
  await db.many(sql`
    select s.name, s.state, s.checkpoint, s.read, s.written, s.skipped, s.failed from jobs.step s
    join jobs.run r on r.id = s.run_id where r.job = ${job} order by s.number`),
]

async function uninterrupted(total: number) {
  const jobs = node('testing.whole', total)
  await jobs.start()
  const { id } = await jobs.run('testing.whole', {}, 'mem_1')
  await completed(jobs, id)
  await jobs.stop()
  return dump('testing.whole')
}

test(`killed before any of ${points.length} statements of a run, it goes on elsewhere to the same rows`, async () => {
  const whole = await uninterrupted(20)
  expect(whole[0]).toHaveLength(18)
  let killed = 0
  const one = async (n: number) => {
    const job = `testing.copy-${n}`
    const heir = node(job, 20)
    const { id } = await heir.run(job, {}, 'mem_1')
    const child = start({ job, total: 20, killBefore: n })
    const [, signal] = (await Promise.race([once(child, 'exit'), completed(heir, id).then(() => [0, null])])) as [
      number,
      string | null,
    ]
    if (signal) killed++
    await heir.start()
    await completed(heir, id)
    await heir.stop()
    child.kill('SIGKILL')
    expect({ n, dump: await dump(job) }).toEqual({ n, dump: whole })
  }
  const waiting = [...points]
  const worker = async () => {
    for (let n = waiting.shift(); n !== undefined; n = waiting.shift()) await one(n)
  }
  await Promise.all([worker(), worker(), worker()])
  expect(killed).toBeGreaterThan(points.length / 2)
}, 120_000)

test(`killed ${kills} times at random over two processes, a run ends with the rows of an uninterrupted one`, async () => {
  const total = 1_000
  const whole = await uninterrupted(total)
  const job = 'testing.random'
  const jobs = node(job, total)
  const { id } = await jobs.run(job, {}, 'mem_1')
  const options = { job, total, chunkMs: 20 }
  const running = [start(options), start(options)]
  for (let n = 0; n < kills; n++) {
    const heir = start(options)
    await wait(Math.random() * 800)
    running[n % 2]?.kill('SIGKILL')
    running[n % 2] = heir
  }
  await completed(jobs, id, 60_000)
  expect(await dump(job)).toEqual(whole)
}, 120_000)

for (const pauseIn of ['read', 'write'])
  test(`an owner that is paused in its ${pauseIn} writes nothing after another has taken over`, async () => {
    const whole = await uninterrupted(60)
    const job = 'testing.paused'
    const jobs = node(job, 60)
    const { id } = await jobs.run(job, {}, 'mem_1')
    const child = start({ job, total: 60, pauseIn, pauseAt: pauseIn === 'read' ? 30 : 31 })
    const said = (word: string) =>
      new Promise<void>((resolve) => child.on('message', (message) => message === word && resolve()))
    await said('paused')
    child.kill('SIGSTOP')
    await jobs.start()
    await completed(jobs, id)
    const woken = said('woken')
    child.kill('SIGCONT')
    await woken
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(await dump(job)).toEqual(whole)
    expect(await db.many(sql`select n from copied where writer = ${child.pid} and n > 30`)).toEqual([])
    await jobs.stop()
  }, 60_000)
