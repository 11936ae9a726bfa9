import type { Event } from '../../kernel/event.ts'
import { empty, type Queryable, type Sql, sql } from '../database.ts'

export const eventColumns = sql`position, event_id id, type, key, data, at`

/** Events behind a position, in order. */
export function readLog(
  db: Queryable,
  { after, limit, types, keys }: { after: number; limit: number; types?: string[]; keys?: string[] },
): Promise<Event[]> {
  const ofTypes: Sql = types ? sql`and type = any(${types}::text[])` : empty
  const ofKeys: Sql = keys ? sql`and key = any(${keys}::text[])` : empty
  return db.many<Event>(sql`
    select ${eventColumns} from events.log
    where position > ${after} ${ofTypes} ${ofKeys} order by position limit ${limit}`)
}

export async function readHead(db: Queryable): Promise<number> {
  const row = await db.one<{ position: number }>(sql`select position from events.head`)
  return row?.position ?? 0
}

/** The last position before the oldest partition that is left. */
export async function readHorizon(db: Queryable): Promise<number> {
  const row = await db.one<{ position: number }>(sql`select min(position) - 1 position from events.log`)
  return row?.position ?? 0
}

/** The id of the event that has waited longest for its position, or null when none does. */
export async function readOldestWaiting(db: Queryable): Promise<number | null> {
  const row = await db.one<{ id: number }>(sql`select id from events.outbox order by id limit 1`)
  return row?.id ?? null
}
