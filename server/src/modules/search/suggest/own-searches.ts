import { type Actor, isMember } from '../../../kernel/actor.ts'
import { sql } from '../../../platform/database.ts'
import type { Platform } from '../../../platform/platform.ts'

/** What this member searched for last, newest first: at most 20. A guest has none. */
export async function ownSearches({ db }: Platform, actor: Actor): Promise<{ text: string; at: Date }[]> {
  if (!isMember(actor)) return []
  return db.many(sql`
    select text, asked_at as at from search.own_searches where member_id = ${actor.id} order by asked_at desc, text`)
}

export async function eraseOwnSearches({ db }: Platform, actor: Actor): Promise<void> {
  await db.run(sql`delete from search.own_searches where member_id = ${actor.id}`)
}
