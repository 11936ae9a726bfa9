import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { TestDatabase } from '../../../test/database.ts'
import type { Event, NewEvent } from '../../kernel/event.ts'
import { sql, type Tx } from '../database.ts'
import { settingChanged } from '../settings/settings.ts'
import { type EventLogOptions, onInTransaction } from './event-log.ts'
import {
  counted,
  countingSubscription,
  databaseForTests,
  echoed,
  type LogForTests,
  openLog,
} from './event-log-for-tests.ts'

let database: TestDatabase
let open: LogForTests[]

beforeEach(async () => {
  database = await databaseForTests()
  open = []
})
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()))
  await database.drop()
})

function opened(options?: Partial<EventLogOptions>): LogForTests {
  const one = openLog(database, options)
  open.push(one)
  return one
}
const everything = { sequence: true, subscriptions: true }
const until = (condition: () => unknown) => vi.waitFor(async () => expect(await condition()).toBeTruthy(), 10_000)

const handled = (one: LogForTests, subscription: string) =>
  one.db.many<{ position: number; key: string; value: number }>(
    sql`select position, key, value from handled where subscription = ${subscription} order by n`,
  )

test('what a transaction publishes is handled once, in the order of its positions', async () => {
  const one = opened()
  one.log.subscribe(countingSubscription('counts'))
  await one.log.start(everything)
  await one.db.transact(async (tx) => {
    for (let n = 1; n <= 3; n++) tx.publish(counted, 'a', { n })
  })
  await until(async () => (await handled(one, 'counts')).length === 3)
  expect(await handled(one, 'counts')).toEqual([1, 2, 3].map((n) => ({ position: n, key: 'a', value: n })))
})

test('what a failed transaction said is never heard', async () => {
  const one = opened()
  one.log.subscribe(countingSubscription('counts'))
  await one.log.start(everything)
  const failing = one.db.transact(async (tx) => {
    tx.publish(counted, 'a', { n: 1 })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  await one.say('a', 2)
  await until(async () => (await handled(one, 'counts')).length === 1)
  expect(await handled(one, 'counts')).toEqual([{ position: 1, key: 'a', value: 2 }])
})

test('a handler in the transaction can undo it, and what it says is heard the ordinary way', async () => {
  const one = opened()
  const hears: NewEvent[] = []
  one.log.handleInTransaction(
    onInTransaction({
      name: 'echo',
      events: [counted],
      handle: async (tx: Tx, event) => {
        if (event.data.n < 0) throw new Error('refused')
        tx.publish(echoed, event.key, { n: event.data.n })
      },
    }),
  )
  one.log.handleInTransaction({
    name: 'chain',
    events: [echoed],
    handle: async (_, event) => void hears.push(event),
  })
  const tailed: Event[] = []
  one.log.tail((event) => tailed.push(event))
  await one.log.start(everything)
  await expect(one.say('a', -1)).rejects.toThrow('refused')
  await one.say('a', 1)
  await until(() => tailed.length === 2)
  expect(tailed.map(({ type, data }) => [type, data])).toEqual([
    [counted.type, { n: 1 }],
    [echoed.type, { n: 1 }],
  ])
  expect(hears).toEqual([])
})

test('data that does not fit the schema of its event is refused, and nothing is stored', async () => {
  const one = opened()
  await one.log.start(everything)
  const saying = one.db.transact(async (tx) => tx.publish(settingChanged, 'a', { key: 1 as never }))
  await expect(saying).rejects.toThrow(/ops.setting-changed.v1 does not fit: \/key/)
  expect(await one.db.one(sql`select count(*) n from events.outbox`)).toEqual({ n: 0 })
})

test('a tap hears what this process committed before the writer goes on', async () => {
  const one = opened()
  await one.log.start(everything)
  const heard: unknown[] = []
  const off = one.log.tap((events) => heard.push(...events.map(({ data }) => data)))
  await one.say('a', 1)
  expect(heard).toEqual([{ n: 1 }])
  off()
  await one.say('a', 2)
  expect(heard).toEqual([{ n: 1 }])
})

test('the tail hears every event of every process in order, also when no NOTIFY arrives', async () => {
  const [one, other] = [opened(), opened({ pollMs: 50 })]
  await one.log.start(everything)
  await other.log.start({ sequence: false, subscriptions: false })
  const tailed: number[] = []
  other.log.tail(({ position }) => tailed.push(position))
  // Deaf: the listener's session is ended and cannot come back before the poll has found the events.
  await one.db.run(sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'madang events listener' and datname = current_database()`)
  await Promise.all(Array.from({ length: 100 }, (_, n) => one.say(`k${n % 7}`, n)))
  await until(() => tailed.length === 100)
  expect(tailed).toEqual(Array.from({ length: 100 }, (_, n) => n + 1))
})

test('a poison event is tried five times and becomes a dead letter while the rest goes on', async () => {
  const one = opened({ retryDelaysMs: [1, 1, 1, 1] })
  let cured = false
  let tries = 0
  const inner = countingSubscription('counts')
  one.log.subscribe({
    ...inner,
    handle: async (tx, event) => {
      if ((event.data as { n: number }).n === 3 && !cured) {
        tries++
        await tx.run(sql`insert into handled (subscription) values ('leak')`)
        throw new Error('poison')
      }
      await inner.handle(tx, event)
    },
  })
  await one.log.start(everything)
  await one.db.transact(async (tx) => {
    for (let n = 1; n <= 6; n++) tx.publish(counted, 'a', { n })
  })
  await until(async () => (await one.log.deadLetters.count()) === 1)
  expect((await handled(one, 'counts')).map(({ value }) => value)).toEqual([1, 2, 4, 5, 6])
  expect(await handled(one, 'leak')).toEqual([])
  // The first failure undoes the batch, the second is the first try of the event alone.
  expect(tries).toBe(6)
  const [letter] = (await one.log.deadLetters.list()).items
  expect(letter).toMatchObject({ subscription: 'counts', tries: 5, event: { position: 3, key: 'a', data: { n: 3 } } })
  expect(letter?.error).toContain('poison')

  cured = true
  expect(await one.log.deadLetters.replay(letter?.id ?? '')).toBe(true)
  await until(async () => (await handled(one, 'counts')).length === 6)
  expect(await one.log.deadLetters.replay(letter?.id ?? '')).toBe(false)
  expect(await one.log.deadLetters.count()).toBe(0)
  expect((await handled(one, 'counts')).filter(({ value }) => value === 3)).toHaveLength(1)
})

test('what is handled in batches is handled once, and a poison event among them alone becomes a dead letter', async () => {
  const one = opened({ retryDelaysMs: [] })
  const sizes: number[] = []
  const put = (tx: Tx, events: Event[]) => {
    const values = events.map(({ data }) => (data as { n: number }).n)
    if (values.includes(13)) throw new Error('poison')
    return tx.run(sql`
      insert into handled (subscription, position, key, value)
      select 'batches', position, key, value
      from unnest(${events.map(({ position }) => position)}::bigint[], ${events.map(({ key }) => key)}::text[],
        ${values}::int[]) as e(position, key, value)`)
  }
  one.log.subscribe({
    name: 'batches',
    events: [counted],
    async handle(tx, event) {
      await put(tx, [event])
    },
    async handleAll(tx, events) {
      sizes.push(events.length)
      await put(tx, events)
    },
  })
  await one.db.transact(async (tx) => {
    for (let n = 1; n <= 50; n++) tx.publish(counted, 'a', { n })
  })
  await one.log.start(everything)
  await until(async () => (await handled(one, 'batches')).length === 49)
  const values = (await handled(one, 'batches')).map(({ value }) => value)
  expect(values).toEqual(Array.from({ length: 50 }, (_, i) => i + 1).filter((n) => n !== 13))
  expect(sizes[0]).toBe(50)
  await until(async () => (await one.log.deadLetters.count()) === 1)
})

test('two processes with one subscription handle each event once', async () => {
  const [one, other] = [opened(), opened()]
  for (const each of [one, other]) each.log.subscribe(countingSubscription('counts'))
  await Promise.all([one.log.start(everything), other.log.start(everything)])
  await Promise.all(Array.from({ length: 300 }, (_, n) => (n % 2 ? one : other).say(`k${n % 7}`, n)))
  await until(async () => (await handled(one, 'counts')).length >= 300)
  const positions = (await handled(one, 'counts')).map(({ position }) => position)
  expect(positions).toEqual(Array.from({ length: 300 }, (_, n) => n + 1))
})
