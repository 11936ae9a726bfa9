import { pino } from 'pino'
import Type from 'typebox'
import type { TestDatabase } from '../../../test/database.ts'
import { systemClock } from '../../kernel/clock.ts'
import { createIds } from '../../kernel/id.ts'
import { createDatabase, createPool, type Database, sql } from '../database.ts'
import { createEventLog, type EventLog, type EventLogOptions, on, type Subscription } from './event-log.ts'

// Not declared by defineEvent: the gates ask of every declared event which module says it.
export const counted = { type: 'testing.thing-counted.v1', data: Type.Object({ n: Type.Integer() }) }
export const echoed = { type: 'testing.thing-echoed.v1', data: Type.Object({ n: Type.Integer() }) }

export interface LogForTests {
  log: EventLog
  db: Database
  say(key: string, n: number): Promise<void>
  close(): Promise<void>
}

const clock = systemClock

/** Writes each event into the table `handled`. */
export const countingSubscription = (name: string): Subscription =>
  on({
    name,
    events: [counted],
    handle: async (tx, event) => {
      await tx.run(sql`insert into handled (subscription, position, key, value)
        values (${name}, ${event.position}, ${event.key}, ${event.data.n})`)
    },
  })

/** One process's event log. Call `log.start` yourself. */
export function openLog(
  { address }: Pick<TestDatabase, 'address'>,
  options: Partial<EventLogOptions> = {},
  connections = 10,
): LogForTests {
  const pool = createPool(address, connections)
  const logger = pino({ level: process.env['TEST_LOG'] ?? 'silent' })
  const log = createEventLog({ pool, ids: createIds(clock), clock, logger, retryPollMs: 50, ...options })
  const db = createDatabase(pool, log.hooks)
  let closed = false
  return {
    log,
    db,
    say: (key, n) => db.transact(async (tx) => tx.publish(counted, key, { n })),
    async close() {
      if (closed) return
      closed = true
      await log.stop()
      await pool.end()
    },
  }
}

/** A database with the table `handled`, in the order of its column n. */
export async function databaseForTests(): Promise<TestDatabase> {
  const { testDatabase } = await import('../../../test/database.ts')
  const database = await testDatabase()
  const pool = createPool(database.address, 1)
  await createDatabase(pool).run(sql`
    create table handled (n bigint generated always as identity, subscription text, position bigint, key text, value int)`)
  await pool.end()
  return database
}
