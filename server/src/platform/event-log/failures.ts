import type { Event } from '../../kernel/event.ts'
import { decodeCursor, pageOf } from '../../kernel/page.ts'
import { type Queryable, sql, type Tx } from '../database.ts'
import type { DeadLetter, DeadLetters } from './contract.ts'

/** Waits before the second to the fifth try; after the last an event is a dead letter. */
export const defaultRetryDelaysMs = [1_000, 5_000, 30_000, 120_000]

const reason = (error: unknown): string =>
  (error instanceof Error ? (error.stack ?? error.message) : String(error)).slice(0, 4000)

/** Puts a failed event aside, so that the rest goes on. */
export async function park(
  tx: Tx,
  options: {
    id: string
    subscription: string
    event: Event
    error: unknown
    /** 1 unless told. */
    tries?: number
    retryInMs: number | undefined
  },
): Promise<void> {
  const { event } = options
  await tx.run(sql`
    insert into events.failure (id, subscription, position, event_id, type, key, data, at, tries, error, retry_at)
    values (${options.id}, ${options.subscription}, ${event.position}, ${event.id}, ${event.type}, ${event.key},
      ${JSON.stringify(event.data)}::jsonb, ${event.at}, ${options.tries ?? 1}, ${reason(options.error)},
      now() + ${options.retryInMs ?? null}::float8 * interval '1 ms')
    on conflict (subscription, position) do nothing`)
}

export interface ParkedEvent {
  id: string
  tries: number
  event: Event
}

interface FailureRow extends Event {
  failure: string
  subscription: string
  tries: number
  error: string
  firstFailedAt: Date
  lastFailedAt: Date
}

const columns = sql`id failure, subscription, position, event_id id, type, key, data, at, tries, error,
  first_failed_at "firstFailedAt", last_failed_at "lastFailedAt"`

const eventOf = ({ position, id, type, key, data, at }: FailureRow): Event => ({ position, id, type, key, data, at })

/**
 * One parked event whose time has come. The try is counted, and the time of the next one set, before it begins: a handler
 * that ends its process cannot do so for ever.
 */
export async function takeDue(
  db: Queryable,
  subscription: string,
  retryDelaysMs: readonly number[],
): Promise<ParkedEvent | undefined> {
  const row = await db.one<FailureRow>(sql`
    update events.failure set tries = tries + 1, last_failed_at = now(),
      retry_at = now() + (${[...retryDelaysMs]}::float8[])[tries + 1] * interval '1 ms'
    where id = (select id from events.failure where subscription = ${subscription} and retry_at <= now()
      order by position limit 1 for update skip locked)
    returning ${columns}`)
  return row && { id: row.failure, tries: row.tries, event: eventOf(row) }
}

/** Ends a parked event together with what its handler writes; false when another process is at it. */
export async function settle(tx: Tx, { id, tries }: ParkedEvent): Promise<boolean> {
  const held = await tx.one(sql`
    select 1 from events.failure where id = ${id} and tries = ${tries} for update skip locked`)
  if (!held) return false
  await tx.run(sql`delete from events.failure where id = ${id}`)
  return true
}

export async function noteFailure(db: Queryable, { id, tries }: ParkedEvent, error: unknown): Promise<void> {
  await db.run(sql`update events.failure set error = ${reason(error)}, last_failed_at = now()
    where id = ${id} and tries = ${tries}`)
}

/** Subscriptions with a parked event whose time has come. */
export async function dueSubscriptions(db: Queryable): Promise<string[]> {
  const rows = await db.many<{ subscription: string }>(
    sql`select distinct subscription from events.failure where retry_at <= now()`,
  )
  return rows.map(({ subscription }) => subscription)
}

export function createDeadLetters(db: Queryable): DeadLetters {
  return {
    async list({ subscription, after, limit = 20 } = {}) {
      const [at, id] = decodeCursor(after, 2) ?? [null, null]
      const rows = await db.many<FailureRow>(sql`
        select ${columns} from events.failure
        where retry_at is null and (${subscription ?? null}::text is null or subscription = ${subscription ?? null})
          and (${at}::text is null or (last_failed_at, id) < (${at}::text::timestamptz, ${id}))
        order by last_failed_at desc, id desc limit ${limit + 1}`)
      const letters = rows.map(
        (row): DeadLetter => ({
          id: row.failure,
          subscription: row.subscription,
          event: eventOf(row),
          tries: row.tries,
          error: row.error,
          firstFailedAt: row.firstFailedAt,
          lastFailedAt: row.lastFailedAt,
        }),
      )
      return pageOf(letters, limit, (last) => [last.lastFailedAt.toISOString(), last.id])
    },
    async count() {
      const row = await db.one<{ n: number }>(sql`select count(*) n from events.failure where retry_at is null`)
      return row?.n ?? 0
    },
    async replay(id) {
      return (
        (await db.run(
          sql`update events.failure set retry_at = now(), tries = 0 where id = ${id} and retry_at is null`,
        )) === 1
      )
    },
  }
}
