import type { Event } from '../../kernel/event.ts'
import { type Queryable, sql, type Tx } from '../database.ts'
import { eventColumns } from './log-store.ts'

/** Answers how many processes began here since the checkpoint last moved, this one included. */
export async function openCheckpoint(
  db: Queryable,
  s: { name: string; types: string[]; isReadModel: boolean },
): Promise<number> {
  const row = await db.one<{ starts: number }>(sql`
    insert into events.subscription as s (name, types, is_read_model, starts, start_position)
    values (${s.name}, ${s.types}, ${s.isReadModel}, 1, 0)
    on conflict (name) do update set types = excluded.types, is_read_model = excluded.is_read_model, seen_at = now(),
      starts = case when s.start_position = s.position then s.starts + 1 else 1 end, start_position = s.position
    returning starts`)
  return row?.starts ?? 1
}

/** The event that comes next, and whether a process ended while it was at this one. */
export async function peek(db: Queryable, name: string): Promise<{ event: Event; suspect: boolean } | undefined> {
  const row = await db.one<Event & { suspect: boolean }>(sql`
    select coalesce(s.suspect = l.position, false) suspect, l.* from events.subscription s join lateral (
      select ${eventColumns} from events.log
      where position > s.position and type = any(s.types) order by position limit 1
    ) l on true where s.name = ${name}`)
  if (!row) return undefined
  const { suspect, ...event } = row
  return { event, suspect }
}

/** Notes, before it is begun, which event would be to blame if this process ended now. */
export async function suspectEvent(db: Queryable, name: string, position: number): Promise<void> {
  await db.run(sql`update events.subscription set suspect = ${position} where name = ${name}`)
}

/** The checkpoint, held until the transaction ends; undefined while another process is at work on it. */
export async function lockCheckpoint(tx: Tx, name: string): Promise<number | undefined> {
  const row = await tx.one<{ position: number }>(sql`
    select position from events.subscription where name = ${name} for update skip locked`)
  return row?.position
}

export async function setCheckpoint(tx: Tx, name: string, position: number): Promise<void> {
  await tx.run(sql`update events.subscription set position = ${position}, seen_at = now() where name = ${name}`)
}

/**
 * Holds the checkpoint until the transaction ends and reads what comes behind it, in one statement. `upTo` is the position
 * up to which there is nothing else: the head, or the last event's when there may be more. Undefined while another
 * process is at work on the subscription.
 */
export async function takeNext(
  tx: Tx,
  { name, types, limit }: { name: string; types: string[]; limit: number },
): Promise<{ position: number; events: Event[]; upTo: number; more: boolean } | undefined> {
  const rows = await tx.many<Event & { checkpoint: number; head: number }>(sql`
    select s.position checkpoint, h.position head, l.*
    from (select position from events.subscription where name = ${name} for update skip locked) s
    cross join events.head h
    left join lateral (
      select ${eventColumns} from events.log
      where position > s.position and type = any(${types}::text[]) order by position limit ${limit}
    ) l on true order by l.position`)
  const [first] = rows
  if (!first) return undefined
  const events = rows.filter((row) => row.id !== null).map(({ checkpoint: _, head: __, ...event }) => event)
  const more = events.length === limit
  return { position: first.checkpoint, events, upTo: more ? (events.at(-1)?.position ?? first.head) : first.head, more }
}
