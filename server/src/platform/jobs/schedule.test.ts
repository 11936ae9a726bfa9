import { Registry } from 'prom-client'
import { expect, test, vi } from 'vitest'
import { sql } from '../database.ts'
import { defineJob } from './job.ts'
import { jobNodes } from './jobs-for-tests.ts'
import { ticksBetween } from './ticker.ts'

const nodes = jobNodes()

test('three nodes at 100 ticks make 100 runs', async () => {
  let now = Date.UTC(2026, 0, 1)
  const clock = { now: () => new Date(now) }
  const ticks: number[] = []
  const job = defineJob({
    name: 'testing.minutely',
    title: { ko: '매분', en: 'Every minute' },
    schedule: '* * * * *',
    run: async (_, { scheduledFor }) => {
      ticks.push(scheduledFor?.getTime() ?? 0)
      return undefined
    },
  })
  const metrics = [1, 2, 3].map(() => new Registry())
  const three = metrics.map((registry) => nodes.node(job, { clock, tickMs: 2, pollMs: 5, metrics: registry }))
  await Promise.all(three.map((jobs) => jobs.start()))
  await vi.waitFor(async () => expect(await nodes.db.one(sql`select 1 one from jobs.schedule`)).toBeDefined(), 10_000)
  const done = () => nodes.db.one<{ n: number }>(sql`select count(*) n from jobs.run where state = 'COMPLETED'`)
  for (let n = 1; n <= 100; n++) {
    now += 60_000
    await vi.waitFor(async () => expect((await done())?.n).toBe(n), { timeout: 10_000, interval: 5 })
  }
  await Promise.all(three.map((jobs) => jobs.stop()))
  expect(ticks).toEqual(Array.from({ length: 100 }, (_, n) => Date.UTC(2026, 0, 1) + (n + 1) * 60_000))
  const texts = await Promise.all(metrics.map((registry) => registry.metrics()))
  for (const text of texts)
    expect(text).toContain('madang_job_runs_total{job="testing.minutely",state="COMPLETED"} 100')
})

test('a tick that comes while the job still runs is skipped and noted', async () => {
  let now = Date.UTC(2026, 0, 1)
  const held = Promise.withResolvers<void>()
  const job = defineJob({
    name: 'testing.slow',
    title: { ko: '느림', en: 'Slow' },
    schedule: '* * * * *',
    perform: async () => {
      await held.promise
      return undefined
    },
  })
  const jobs = nodes.node(job, { clock: { now: () => new Date(now) } })
  await jobs.start()
  await vi.waitFor(async () => expect(await nodes.db.one(sql`select 1 one from jobs.schedule`)).toBeDefined(), 10_000)
  for (let n = 1; n <= 2; n++) {
    now += 60_000
    await vi.waitFor(async () => expect((await nodes.db.many(sql`select 1 from jobs.tick`)).length).toBe(n), 10_000)
  }
  expect((await jobs.runs({})).items).toHaveLength(1)
  held.resolve()
  const [summary] = await jobs.list()
  expect(summary).toMatchObject({ name: 'testing.slow', schedule: '* * * * *', skippedTicks: 1 })
})

test('after a downtime only the newest missed tick is made up for', () => {
  const after = new Date('2026-01-01T00:00:30Z')
  const upTo = new Date('2026-01-04T10:20:00Z')
  expect(ticksBetween('0 2 * * *', 'Asia/Seoul', after, upTo)).toEqual([new Date('2026-01-03T17:00:00Z')])
  expect(ticksBetween('0 2 * * *', 'Asia/Seoul', upTo, new Date(upTo.getTime() + 1000))).toEqual([])
  expect(ticksBetween('* * * * * *', 'Asia/Seoul', upTo, new Date(upTo.getTime() + 3000))).toHaveLength(3)
})
