import { Type } from 'typebox'
import { expect, test, vi } from 'vitest'
import { sql } from '../database.ts'
import { chunkStep, defineJob, type Job, skip } from './job.ts'
import type { Jobs } from './jobs.ts'
import { jobNodes } from './jobs-for-tests.ts'
import { PassingFault } from './passing-fault.ts'

const nodes = jobNodes()

interface Hooks {
  total?: number
  onRead?(from: number, signal: AbortSignal): Promise<void> | void
  process?(n: number): Promise<number | ReturnType<typeof skip>>
  onWrite?(n: number): void
  mostFailures?: number
}

/** Copies the numbers 1 to `total` into the table `copied`. */
const copyJob = ({ total = 100, onRead, process, onWrite, mostFailures }: Hooks = {}): Job =>
  defineJob({
    name: 'testing.copy',
    title: { ko: '복사', en: 'Copy' },
    parameters: Type.Object({ to: Type.Optional(Type.Integer({ minimum: 1 })) }, { additionalProperties: false }),
    steps: [
      chunkStep<{ to?: number }, number, number, number>({
        name: 'numbers',
        ...(mostFailures === undefined ? {} : { mostFailures }),
        total: async ({ parameters }) => parameters.to ?? total,
        async read(run, checkpoint, limit) {
          const from = checkpoint ?? 0
          await onRead?.(from, run.signal)
          const last = Math.min(from + limit, run.parameters.to ?? total)
          const items = Array.from({ length: last - from }, (_, i) => from + i + 1)
          return { items, checkpoint: last, done: last >= (run.parameters.to ?? total) }
        },
        keyOf: String,
        ...(process ? { process } : {}),
        async write(tx, items, run) {
          for (const n of items) {
            onWrite?.(n)
            await tx.run(sql`insert into copied (n, at_attempt) values (${n}, ${run.attempt})`)
          }
          return undefined
        },
      }),
    ],
  })

const ended = (jobs: Jobs, id: string, state: string) =>
  vi.waitFor(
    async () => {
      const run = await jobs.inspect(id)
      expect(run).toMatchObject({ state })
      return run
    },
    { timeout: 10_000 },
  )
const copied = async () => (await nodes.db.many<{ n: number }>(sql`select n from copied order by n`)).map(({ n }) => n)
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1)

test('a run is stored chunk by chunk, and its steps tell what was read and written', async () => {
  const jobs = nodes.node(copyJob())
  await jobs.start()
  const { id } = await jobs.run('testing.copy', {}, 'mem_1')
  const run = await ended(jobs, id, 'COMPLETED')
  expect(run).toMatchObject({ requestedBy: 'mem_1', attempt: 1, error: null })
  expect(run.steps).toMatchObject([
    { name: 'numbers', state: 'COMPLETED', total: 100, read: 100, written: 100, skipped: 0, failed: 0 },
  ])
  expect(await copied()).toEqual(upTo(100))
})

test('an unknown job, unfit parameters and a second run with the same parameters are refused', async () => {
  const jobs = nodes.node(copyJob())
  await expect(jobs.run('testing.other', {}, 'mem_1')).rejects.toMatchObject({ code: 'not-found' })
  await expect(jobs.run('testing.copy', { to: 0 }, 'mem_1')).rejects.toMatchObject({ code: 'invalid' })
  await expect(jobs.run('testing.copy', { too: 5 }, 'mem_1')).rejects.toMatchObject({ code: 'invalid' })
  await jobs.run('testing.copy', { to: 5 }, 'mem_1')
  await expect(jobs.run('testing.copy', { to: 5 }, 'mem_1')).rejects.toMatchObject({ code: 'ops-job-running' })
  await jobs.run('testing.copy', { to: 6 }, 'mem_1')
})

test('one poison item in a thousand fails alone: 999 written, 1 listed with its reason', async () => {
  const jobs = nodes.node(
    copyJob({
      total: 1000,
      onWrite: (n) => {
        if (n === 501) throw new Error('poison')
      },
    }),
  )
  await jobs.start()
  const { id } = await jobs.run('testing.copy', {}, 'mem_1')
  const run = await ended(jobs, id, 'COMPLETED')
  expect(run.steps).toMatchObject([{ read: 1000, written: 999, failed: 1 }])
  expect((await jobs.items(id, {})).items).toEqual([
    { step: 'numbers', key: '501', outcome: 'failed', reason: 'poison', excerpt: '501' },
  ])
  expect(await copied()).toEqual(upTo(1000).filter((n) => n !== 501))
})

test('skipped items are counted and listed, and a passing fault of one item is tried again', async () => {
  let faults = 0
  const jobs = nodes.node(
    copyJob({
      total: 20,
      process: async (n) => {
        if (n === 7) return skip('seen')
        if (n === 9 && faults++ < 2) throw new PassingFault('503')
        return n
      },
    }),
  )
  await jobs.start()
  const { id } = await jobs.run('testing.copy', {}, 'mem_1')
  const run = await ended(jobs, id, 'COMPLETED')
  expect(run.steps).toMatchObject([{ read: 20, written: 19, skipped: 1, failed: 0, retries: 2 }])
  expect((await jobs.items(id, {})).items).toMatchObject([{ key: '7', outcome: 'skipped', reason: 'seen' }])
})

test('a source that stays away fails the run at its checkpoint, and a restart goes on from there', async () => {
  let away = true
  const reads: number[] = []
  const jobs = nodes.node(
    copyJob({
      onRead: (from) => {
        reads.push(from)
        if (from === 50 && away) throw new PassingFault('the source is away')
      },
    }),
  )
  await jobs.start()
  const { id } = await jobs.run('testing.copy', {}, 'mem_1')
  const failed = await ended(jobs, id, 'FAILED')
  expect(failed).toMatchObject({ error: 'the source is away', steps: [{ state: 'FAILED', read: 50, written: 50 }] })
  expect(reads.filter((from) => from === 50)).toHaveLength(4)
  away = false
  await jobs.restartRun(id)
  const run = await ended(jobs, id, 'COMPLETED')
  expect(run).toMatchObject({ attempt: 2, error: null, steps: [{ read: 100, written: 100, state: 'COMPLETED' }] })
  expect(reads.filter((from) => from === 0)).toHaveLength(1)
  await expect(jobs.restartRun(id)).rejects.toMatchObject({ code: 'ops-job-not-restartable' })
  await expect(jobs.abandonRun(id)).rejects.toMatchObject({ code: 'ops-job-not-restartable' })
})

test('more bad items than allowed fail the step behind the chunk that was stored', async () => {
  const jobs = nodes.node(
    copyJob({
      mostFailures: 3,
      process: async (n) => {
        if (n % 5 === 0) throw new Error('bad')
        return n
      },
    }),
  )
  await jobs.start()
  const { id } = await jobs.run('testing.copy', {}, 'mem_1')
  const run = await ended(jobs, id, 'FAILED')
  expect(run.steps).toMatchObject([{ state: 'FAILED', read: 20, written: 16, failed: 4 }])
  await jobs.restartRun(id)
  expect((await ended(jobs, id, 'FAILED')).steps).toMatchObject([{ read: 40, written: 32, failed: 8 }])
  await jobs.abandonRun(id)
  await expect(jobs.restartRun(id)).rejects.toMatchObject({ code: 'ops-job-not-restartable' })
  expect(await jobs.inspect(id)).toMatchObject({ state: 'ABANDONED' })
})

test('a stop acts at the next chunk, gives up waiting, and a restart goes on', async () => {
  const held = Promise.withResolvers<void>()
  let wait = true
  const jobs = nodes.node(
    copyJob({
      onRead: (from, signal) => {
        if (from !== 30 || !wait) return
        held.resolve()
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
      },
    }),
  )
  await jobs.start()
  const { id } = await jobs.run('testing.copy', {}, 'mem_1')
  await held.promise
  await expect(jobs.restartRun(id)).rejects.toMatchObject({ code: 'ops-job-running' })
  await expect(jobs.abandonRun(id)).rejects.toMatchObject({ code: 'ops-job-running' })
  await jobs.stopRun(id)
  await ended(jobs, id, 'STOPPED')
  expect(await copied()).toEqual(upTo(30))
  wait = false
  await jobs.restartRun(id)
  await ended(jobs, id, 'COMPLETED')
  expect(await copied()).toEqual(upTo(100))
})

test('a run that its process leaves on the way down goes on in another', async () => {
  const held = Promise.withResolvers<void>()
  const one = nodes.node(
    copyJob({
      onRead: (from, signal) => {
        if (from !== 30) return
        held.resolve()
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
      },
    }),
  )
  const other = nodes.node(copyJob())
  await one.start()
  const { id } = await one.run('testing.copy', {}, 'mem_1')
  await held.promise
  await one.stop()
  await other.start()
  expect(await ended(other, id, 'COMPLETED')).toMatchObject({ attempt: 2, steps: [{ read: 100, written: 100 }] })
  expect(await copied()).toEqual(upTo(100))
})

test('runs that ended long ago are forgotten, but for the newest of a job', async () => {
  let now = Date.UTC(2026, 0, 1)
  const jobs = nodes.node(copyJob({ total: 1 }), { clock: { now: () => new Date(now) } })
  await jobs.start()
  const ids: string[] = []
  for (let n = 0; n < 3; n++) {
    const { id } = await jobs.run('testing.copy', {}, 'mem_1')
    await ended(jobs, id, 'COMPLETED')
    ids.push(id)
    now += 1_000
  }
  expect(await jobs.prune(90)).toBe(0)
  now += 91 * 86_400_000
  expect(await jobs.prune(90)).toBe(2)
  expect((await jobs.runs({})).items.map(({ id }) => id)).toEqual([ids[2]])
})
