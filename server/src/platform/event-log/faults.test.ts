import { Registry } from 'prom-client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { TestDatabase } from '../../../test/database.ts'
import { createDatabase, createPool, sql } from '../database.ts'
import type { EventLogOptions } from './event-log.ts'
import { counted, countingSubscription, databaseForTests, type LogForTests, openLog } from './event-log-for-tests.ts'

let database: TestDatabase
const open: LogForTests[] = []
beforeEach(async () => {
  database = await databaseForTests()
})
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
  await database.drop()
})

function opened(options?: Partial<EventLogOptions>): LogForTests {
  const one = openLog(database, options)
  open.push(one)
  return one
}
const values = async (one: LogForTests) =>
  (await one.db.many<{ value: number }>(sql`select value from handled order by n`)).map(({ value }) => value)

test('after every session of the database has ended, the log goes on by itself', async () => {
  const one = opened()
  one.log.subscribe(countingSubscription('counts'))
  const tailed: number[] = []
  one.log.tail(({ position }) => tailed.push(position))
  await one.log.start({ sequence: true, subscriptions: true })
  await one.say('a', 1)
  await vi.waitFor(async () => expect(await values(one)).toEqual([1]), 10_000)
  const pool = createPool(database.address, 1)
  await createDatabase(pool).many(sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`)
  await pool.end()
  await vi.waitFor(() => one.say('a', 2), 10_000)
  await one.say('a', 3)
  await vi.waitFor(async () => expect(await values(one)).toEqual([1, 2, 3]), 10_000)
  await vi.waitFor(() => expect(tailed).toEqual([1, 2, 3]), 10_000)
})

test('a handler that hangs is given up after its time, and what it still sends reaches no transaction', async () => {
  const one = opened({ handlerTimeoutMs: 200, retryDelaysMs: [] })
  const hung = Promise.withResolvers<void>()
  const late: Promise<unknown>[] = []
  const counting = countingSubscription('counts')
  one.log.subscribe({
    ...counting,
    async handle(tx, event) {
      if ((event.data as { n: number }).n === 2) {
        await hung.promise
        const writing = tx.run(sql`insert into handled (value) values (-1)`)
        late.push(writing.catch(() => 'refused'))
      }
      await counting.handle(tx, event)
    },
  })
  await one.log.start({ sequence: true, subscriptions: true })
  for (let n = 1; n <= 3; n++) await one.say('a', n)
  await vi.waitFor(async () => expect(await values(one)).toEqual([1, 3]), 10_000)
  expect((await one.log.deadLetters.list()).items).toMatchObject([{ event: { data: { n: 2 } } }])
  hung.resolve()
  await vi.waitFor(() => expect(late.length).toBeGreaterThan(0), 10_000)
  expect(new Set(await Promise.all(late))).toEqual(new Set(['refused']))
  expect(await values(one)).toEqual([1, 3])
})

test('a deadlock with a writer is not the fault of the event: it is handled, and no letter is left', async () => {
  const one = opened({ retryDelaysMs: [] })
  let broken = 0
  const counting = countingSubscription('counts')
  one.log.subscribe({
    ...counting,
    async handle(tx, event) {
      if (broken++ < 4) await tx.run(sql`do $$ begin raise exception 'as if' using errcode = '40P01'; end $$`)
      await counting.handle(tx, event)
    },
  })
  await one.log.start({ sequence: true, subscriptions: true })
  await one.say('a', 1)
  await vi.waitFor(async () => expect(await values(one)).toEqual([1]), 10_000)
  expect(await one.log.deadLetters.count()).toBe(0)
})

test('the lag is the age of what waits, for the sequencer and for each subscription', async () => {
  let now = new Date()
  const clock = { now: () => now }
  const metrics = new Registry()
  const one = opened({ clock, metrics })
  one.log.subscribe(countingSubscription('counts'))
  const lagOf = async (name: string) => (await one.log.lag()).find(({ subscription }) => subscription === name)?.seconds
  await one.say('a', 1)
  now = new Date(now.getTime() + 60_000)
  expect(await lagOf('sequencer')).toBe(60)
  await one.log.start({ sequence: true, subscriptions: true })
  await vi.waitFor(async () => expect(await values(one)).toEqual([1]), 10_000)
  await vi.waitFor(async () => expect([await lagOf('sequencer'), await lagOf('counts')]).toEqual([0, 0]), 10_000)
  await one.db.run(sql`insert into events.subscription (name, types, position) values ('slow', ${[counted.type]}, 0)`)
  expect(await lagOf('slow')).toBe(60)
  const text = await metrics.metrics()
  expect(text).toContain('madang_event_lag_seconds{subscription="slow"} 60')
  expect(text).toContain('madang_dead_letters{subscription="counts"} 0')
})
