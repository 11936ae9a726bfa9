import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { TestDatabase } from '../../../test/database.ts'
import { sql } from '../database.ts'
import { counted, countingSubscription, databaseForTests, type LogForTests, openLog } from './event-log-for-tests.ts'

let database: TestDatabase
let one: LogForTests
let now = new Date('2026-01-01T00:00:00Z')
const dayMs = 86_400_000
const sums: number[] = []

beforeEach(async () => {
  now = new Date('2026-01-01T00:00:00Z')
  sums.length = 0
  database = await databaseForTests()
  one = openLog(database, { clock: { now: () => now } })
  one.log.subscribe(countingSubscription('counts'))
  one.log.readModel({
    name: 'sums',
    events: [counted],
    reset: async () => void sums.splice(0),
    handle: async (_, event) => void sums.push((event.data as { n: number }).n),
    checksum: async () => sums.join(),
  })
  // Ten positions before the end of the first partition.
  await one.db.run(sql`update events.head set position = 999990`)
  await one.log.start({ sequence: true, subscriptions: true })
})
afterEach(async () => {
  await one.close()
  await database.drop()
})

async function say(from: number, to: number): Promise<void> {
  for (let n = from; n <= to; n++) await one.say('a', n)
  await vi.waitFor(async () => {
    expect(sums).toHaveLength(to)
    expect(await one.db.one(sql`select count(*)::int n from handled`)).toEqual({ n: to })
  }, 10_000)
}
const allPast = () =>
  vi.waitFor(async () => {
    const behind = await one.db.many(sql`select name from events.subscription where position < 1000000`)
    expect(behind).toEqual([])
  }, 10_000)

test('positions go on over the border of a partition, and a partition that is old and handled is dropped', async () => {
  await say(1, 20)
  expect((await one.log.read({ after: 0, limit: 100 })).map(({ position }) => position)).toEqual(
    Array.from({ length: 20 }, (_, n) => 999_991 + n),
  )
  await allPast()
  expect(await one.log.prune(90)).toEqual([])
  now = new Date(now.getTime() + 91 * dayMs)
  await say(21, 21)
  expect(await one.log.prune(90)).toEqual(['log_0'])
  expect(await one.log.horizon()).toBe(999_999)
  expect(await one.log.read({ after: 0, limit: 1 })).toMatchObject([{ position: 1_000_000 }])
  expect(await one.log.prune(90)).toEqual([])
})

test('a partition that a subscription still needs stays', async () => {
  await say(1, 20)
  await allPast()
  now = new Date(now.getTime() + 91 * dayMs)
  await one.db.run(sql`insert into events.subscription (name, types, position) values ('late', '{}', 999995)`)
  expect(await one.log.prune(90)).toEqual([])
  await one.db.run(sql`update events.subscription set seen_at = now() - interval '91 days' where name = 'late'`)
  expect(await one.log.prune(90)).toEqual(['log_0'])
})

test('a read model is rebuilt from what the dropped partition left in the archive', async () => {
  await say(1, 20)
  await allPast()
  now = new Date(now.getTime() + 91 * dayMs)
  expect(await one.log.prune(90)).toEqual(['log_0'])
  const rebuilt = await one.log.rebuild('sums')
  expect(rebuilt).toMatchObject({ events: 20, after: rebuilt.before })
})
