import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { TestDatabase } from '../../../test/database.ts'
import { type Queryable, sql } from '../database.ts'
import type { ReadModel } from './event-log.ts'
import { counted, databaseForTests, type LogForTests, openLog } from './event-log-for-tests.ts'

let database: TestDatabase
let one: LogForTests
beforeEach(async () => {
  database = await databaseForTests()
  one = openLog(database)
  await one.db.run(sql`create table totals (key text primary key, n int not null, sum int not null)`)
})
afterEach(async () => {
  await one.close()
  await database.drop()
})

const checksum = async (db: Queryable): Promise<string> =>
  (await db.one<{ sum: string }>(sql`select md5(string_agg(t::text, ';' order by key)) sum from totals t`))?.sum ?? ''

const totals = (fails: (n: number) => boolean = () => false): ReadModel => ({
  name: 'totals',
  events: [counted],
  reset: async (tx) => void (await tx.run(sql`delete from totals`)),
  async handle(tx, event) {
    const { n } = event.data as { n: number }
    if (fails(n)) throw new Error('not now')
    await tx.run(sql`insert into totals values (${event.key}, 1, ${n})
      on conflict (key) do update set n = totals.n + 1, sum = totals.sum + ${n}`)
  },
  checksum,
})
const count = async () => (await one.db.one<{ n: number }>(sql`select coalesce(sum(n), 0)::int n from totals`))?.n

test('a read model is rebuilt to an equal checksum while its events go on', async () => {
  one.log.readModel(totals())
  await one.log.start({ sequence: true, subscriptions: true })
  let written = 0
  let going = true
  const writers = ['a', 'b', 'c', 'd'].map(async (key) => {
    while (going) await one.say(key, ++written)
  })
  await vi.waitFor(async () => expect(await count()).toBeGreaterThan(100), 10_000)
  for (let n = 0; n < 3; n++) {
    const rebuilt = await one.log.rebuild('totals')
    expect(rebuilt.events).toBeGreaterThan(100)
    expect(rebuilt.after).toBe(rebuilt.before)
  }
  going = false
  await Promise.all(writers)
  await vi.waitFor(async () => expect(await count()).toBe(written), 10_000)
})

test('rows that were lost or changed are as they were after a rebuild, and readers never see an empty table', async () => {
  one.log.readModel(totals())
  await one.log.start({ sequence: true, subscriptions: true })
  await one.db.transact(async (tx) => {
    for (let n = 1; n <= 50; n++) tx.publish(counted, `k${n % 5}`, { n })
  })
  await vi.waitFor(async () => expect(await count()).toBe(50), 10_000)
  const right = await checksum(one.db)
  await one.db.run(sql`delete from totals where key = 'k1'`)
  await one.db.run(sql`update totals set sum = 0 where key = 'k2'`)
  let going = true
  const seen = new Set<number>()
  const reader = (async () => {
    while (going) seen.add((await one.db.many(sql`select 1 from totals`)).length)
  })()
  const rebuilt = await one.log.rebuild('totals')
  going = false
  await reader
  expect(rebuilt).toMatchObject({ events: 50, after: right })
  expect(rebuilt.before).not.toBe(right)
  expect(seen).not.toContain(0)
})

test('a rebuild that fails leaves the rows as they were, and an unknown model is refused', async () => {
  let broken = false
  one.log.readModel(totals((n) => broken && n === 30))
  await one.log.start({ sequence: true, subscriptions: true })
  await one.db.transact(async (tx) => {
    for (let n = 1; n <= 50; n++) tx.publish(counted, 'a', { n })
  })
  await vi.waitFor(async () => expect(await count()).toBe(50), 10_000)
  const right = await checksum(one.db)
  broken = true
  await expect(one.log.rebuild('totals')).rejects.toThrow('not now')
  expect(await checksum(one.db)).toBe(right)
  await expect(one.log.rebuild('others')).rejects.toThrow('no read model others')
})

test('a dead letter is left out of a rebuild, and its replay still counts', async () => {
  let broken = true
  await one.close()
  one = openLog(database, { retryDelaysMs: [] })
  one.log.readModel(totals((n) => broken && n === 2))
  await one.log.start({ sequence: true, subscriptions: true })
  await one.db.transact(async (tx) => {
    for (let n = 1; n <= 3; n++) tx.publish(counted, 'a', { n })
  })
  await vi.waitFor(async () => expect(await one.log.deadLetters.count()).toBe(1), 10_000)
  await vi.waitFor(async () => expect(await count()).toBe(2), 10_000)
  const rebuilt = await one.log.rebuild('totals')
  expect(rebuilt).toMatchObject({ events: 2, after: rebuilt.before })
  broken = false
  const [letter] = (await one.log.deadLetters.list()).items
  await one.log.deadLetters.replay(letter?.id ?? '')
  await vi.waitFor(async () => expect(await count()).toBe(3), 10_000)
})
