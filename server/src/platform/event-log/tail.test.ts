import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { TestDatabase } from '../../../test/database.ts'
import { databaseForTests, type LogForTests, openLog } from './event-log-for-tests.ts'

let database: TestDatabase
const open: LogForTests[] = []

beforeEach(async () => {
  database = await databaseForTests()
})
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
  await database.drop()
})

function opened(): LogForTests {
  const one = openLog(database)
  open.push(one)
  return one
}

test('a process knows when it has not heard everything: nobody gives positions, then somebody does', async () => {
  const hearer = opened()
  expect(hearer.log.isCurrent()).toBe(false)
  await hearer.log.start({ sequence: false, subscriptions: false })
  await vi.waitFor(() => expect(hearer.log.isCurrent()).toBe(true), 5_000)

  await hearer.say('a', 1)
  await vi.waitFor(() => expect(hearer.log.isCurrent()).toBe(false), 5_000)

  const sequencer = opened()
  await sequencer.log.start({ sequence: true, subscriptions: false })
  await vi.waitFor(() => expect(hearer.log.isCurrent()).toBe(true), 5_000)
})
