import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { TestDatabase } from '../../../test/database.ts'
import { sql } from '../database.ts'
import { countingSubscription, databaseForTests, type LogForTests, openLog } from './event-log-for-tests.ts'

const kills = Number(process.env['EVENT_LOG_KILLS'] ?? 20)
const [writers, keys, processes] = [16, 8, 2]

let database: TestDatabase
let one: LogForTests
const children = new Set<ChildProcess>()

beforeEach(async () => {
  database = await databaseForTests()
  one = openLog(database)
  await one.db.run(sql`create table counters (key text primary key, n int not null)`)
  await one.db.run(sql`insert into counters select 'k' || i, 0 from generate_series(0, ${keys - 1}::int) i`)
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  await one.close()
  await database.drop()
})

async function start(): Promise<ChildProcess> {
  const options = { address: database.address, writers: writers / processes, keys }
  const child = fork(new URL('./crash-process.ts', import.meta.url), [JSON.stringify(options)], { execArgv: [] })
  children.add(child)
  child.once('exit', () => children.delete(child))
  await once(child, 'message')
  return child
}

test(`sixteen writers on eight keys, ${kills} times kill −9: nothing lost, swapped, twice or missing`, async () => {
  const running = await Promise.all(Array.from({ length: processes }, start))
  for (let n = 0; n < kills; n++) {
    const heir = start()
    await wait(Math.random() * 500)
    running[n % processes]?.kill('SIGKILL')
    running[n % processes] = await heir
  }
  await Promise.all(
    running.map(async (child) => {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }),
  )
  one.log.subscribe(countingSubscription('counts'))
  await one.log.start({ sequence: true, subscriptions: true })
  const { db } = one
  const written = async () => (await db.one<{ n: number }>(sql`select sum(n)::int n from counters`))?.n ?? 0
  const handled = async () => (await db.one<{ n: number }>(sql`select count(*)::int n from handled`))?.n ?? 0
  await vi.waitFor(async () => expect(await handled()).toBeGreaterThanOrEqual(await written()), 20_000)

  expect(await written()).toBeGreaterThan(kills * 20)
  expect(await handled()).toBe(await written())
  const wrong = await db.one(sql`
    select count(*) filter (where value <> nth)::int swapped, count(*)::int - count(distinct position)::int twice,
      max(position)::int - count(*)::int gaps
    from (select *, row_number() over (partition by key order by n) nth from handled) h`)
  expect(wrong).toEqual({ swapped: 0, twice: 0, gaps: 0 })
}, 120_000)

test('a leader that loses its session is followed by another process within two seconds', async () => {
  const other = openLog(database)
  try {
    await Promise.all([one, other].map(({ log }) => log.start({ sequence: true, subscriptions: false })))
    const tailed: number[] = []
    one.log.tail(({ position }) => tailed.push(position))
    for (let n = 1; n <= 5; n++) {
      const end = () =>
        one.db.many(sql`
          select pg_terminate_backend(l.pid) from pg_locks l join pg_database d on d.oid = l.database
          where l.locktype = 'advisory' and l.granted and d.datname = current_database()`)
      await vi.waitFor(async () => expect(await end()).toHaveLength(1), 10_000)
      await one.say('a', n)
      await vi.waitFor(() => expect(tailed).toHaveLength(n), 2_000)
    }
    expect(tailed).toEqual([1, 2, 3, 4, 5])
  } finally {
    await other.close()
  }
})

test('an event whose handler ends the process is put aside, and becomes a dead letter like any other', async () => {
  for (let n = 1; n <= 5; n++) await one.say('a', n)
  await one.log.start({ sequence: true, subscriptions: false })
  let deaths = 0
  const done = async () => (await one.log.deadLetters.count()) === 1
  while (!(await done())) {
    const options = JSON.stringify({ address: database.address })
    const child = fork(new URL('./deadly-process.ts', import.meta.url), [options], { execArgv: [] })
    children.add(child)
    const died = once(child, 'exit').then(() => ++deaths)
    await Promise.race([died, vi.waitFor(async () => expect(await done()).toBe(true), 20_000)])
    child.kill('SIGKILL')
    await died
    expect(deaths).toBeLessThan(10)
  }
  const heir = openLog(database)
  heir.log.subscribe(countingSubscription('counts'))
  await heir.log.start({ sequence: false, subscriptions: true })
  const values = () => heir.db.many(sql`select value from handled order by n`)
  await vi.waitFor(async () => expect(await values()).toEqual([1, 2, 4, 5].map((value) => ({ value }))), 10_000)
  await heir.close()
  expect((await one.log.deadLetters.list()).items).toMatchObject([{ event: { data: { n: 3 } } }])
}, 120_000)
