import { type Actor, isMember } from '../../../kernel/actor.ts'
import { type Queryable, sql } from '../../../platform/database.ts'
import type { OwnResponse } from './views.ts'

/** The actor's reactions and bookmarks; every asked id is there. A guest's are all empty, without a query. */
export async function ownResponses(
  db: Queryable,
  actor: Actor,
  subjects: { id: string }[],
): Promise<Map<string, OwnResponse>> {
  const ids = subjects.map(({ id }) => id)
  const none = new Map(ids.map((id): [string, OwnResponse] => [id, { reaction: null, bookmarked: false }]))
  if (!isMember(actor) || !ids.length) return none
  const rows = await db.many<OwnResponse & { id: string }>(sql`
    select w.id, r.kind as reaction, b.subject_id is not null as bookmarked
    from unnest(${ids}::text[]) w(id)
      left join interactions.reactions r on r.subject_id = w.id and r.member_id = ${actor.id}
      left join interactions.bookmarks b on b.subject_id = w.id and b.member_id = ${actor.id} and b.removed_at is null
    where r.subject_id is not null or b.subject_id is not null`)
  for (const { id, reaction, bookmarked } of rows) none.set(id, { reaction, bookmarked })
  return none
}
