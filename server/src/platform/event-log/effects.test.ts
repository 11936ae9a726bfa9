import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { TestDatabase } from '../../../test/database.ts'
import { sql } from '../database.ts'
import type { EffectSubscription, EventLogOptions } from './event-log.ts'
import { counted, databaseForTests, type LogForTests, openLog } from './event-log-for-tests.ts'

let database: TestDatabase
const open: LogForTests[] = []
beforeEach(async () => {
  database = await databaseForTests()
})
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
  await database.drop()
})

type Attempt = { key: string; repeated: boolean }
async function started(
  perform: EffectSubscription['perform'],
  options: Partial<EventLogOptions> = {},
): Promise<LogForTests> {
  const one = openLog(database, { retryDelaysMs: [1, 1, 1, 1], ...options })
  open.push(one)
  one.log.subscribeEffect({ name: 'calls', events: [counted], perform })
  await one.log.start({ sequence: true, subscriptions: true })
  return one
}

test('an effect is performed once, outside any transaction, in one of two processes', async () => {
  const calls: number[] = []
  const perform: EffectSubscription['perform'] = async ({ data }) => void calls.push((data as { n: number }).n)
  const [one] = [await started(perform), await started(perform)]
  for (let n = 1; n <= 20; n++) await one.say('a', n)
  await vi.waitFor(() => expect(calls).toHaveLength(20), 10_000)
  expect(calls.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
})

test('an effect that fails is tried again under the same key, and does not hold up the next', async () => {
  const attempts: (Attempt & { n: number })[] = []
  const one = await started(async ({ data }, { key, repeated }) => {
    const { n } = data as { n: number }
    attempts.push({ n, key, repeated })
    if (n === 1 && attempts.filter((a) => a.n === 1).length < 3) throw new Error('away')
  })
  await one.say('a', 1)
  await one.say('a', 2)
  await vi.waitFor(() => expect(attempts.filter(({ n }) => n === 1)).toHaveLength(3), 10_000)
  const own = attempts.filter(({ n }) => n === 1)
  expect(new Set(own.map(({ key }) => key)).size).toBe(1)
  expect(own.map(({ repeated }) => repeated)).toEqual([false, true, true])
  await vi.waitFor(() => expect(attempts.filter(({ n }) => n === 2)).toHaveLength(1), 10_000)
})

test('an effect that always fails becomes a dead letter after five tries, and its replay performs it', async () => {
  let away = true
  let tries = 0
  const one = await started(async () => {
    tries++
    if (away) throw new Error('away')
  })
  await one.say('a', 1)
  await vi.waitFor(async () => expect(await one.log.deadLetters.count()).toBe(1), 10_000)
  const [letter] = (await one.log.deadLetters.list()).items
  expect(letter).toMatchObject({ subscription: 'calls', tries: 5 })
  expect(tries).toBe(5)
  away = false
  expect(await one.log.deadLetters.replay(letter?.id ?? '')).toBe(true)
  await vi.waitFor(() => expect(tries).toBe(6), 10_000)
  expect(await one.log.deadLetters.count()).toBe(0)
})

test('an effect whose process was killed in the middle is repeated elsewhere, marked as such', async () => {
  const begun = Promise.withResolvers<void>()
  const killed = await started(async () => {
    begun.resolve()
    await new Promise(() => {})
  })
  await killed.say('a', 1)
  await begun.promise
  // As after kill −9: the try is noted, its end never comes, its lease runs out.
  await killed.db.run(sql`update events.inbox set next_at = now()`)
  const attempts: Attempt[] = []
  await started(async (_, attempt) => void attempts.push(attempt))
  await vi.waitFor(() => expect(attempts).toMatchObject([{ repeated: true }]), 10_000)
})
