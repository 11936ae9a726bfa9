import type { Clock } from '../../kernel/clock.ts'
import { type Queryable, sql } from '../database.ts'
import type { SubscriptionLag } from './contract.ts'

/** Age of the oldest waiting event, for the sequencer and for every subscription known to the database. */
export async function readLag(db: Queryable, clock: Clock): Promise<SubscriptionLag[]> {
  const rows = await db.many<{ subscription: string; at: Date | null }>(sql`
    select 'sequencer' subscription, (select at from events.outbox order by id limit 1) at
    union all
    select s.name, l.at from events.subscription s left join lateral (
      select at from events.log where position > s.position and type = any(s.types) order by position limit 1
    ) l on true
    order by 1`)
  const now = clock.now().getTime()
  return rows.map(({ subscription, at }) => ({
    subscription,
    seconds: at ? Math.max(0, (now - at.getTime()) / 1000) : 0,
  }))
}
