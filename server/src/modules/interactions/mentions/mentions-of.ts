import { type Static, Type } from 'typebox'
import { type Queryable, sql } from '../../../platform/database.ts'
import { type IdentityApi, MemberCard } from '../../identity/index.ts'

/** `@nickname` in a text, as it was written, and who that is. */
export const Mention = Type.Object({ nickname: Type.String(), member: MemberCard })
export type Mention = Static<typeof Mention>

/** Who is meant by the names in these subjects' texts; subjects without any are absent. */
export async function mentionsOf(db: Queryable, identity: IdentityApi, ids: string[]): Promise<Map<string, Mention[]>> {
  if (!ids.length) return new Map()
  const rows = await db.many<{ id: string; memberId: string; nickname: string }>(sql`
    select subject_id as id, member_id as "memberId", nickname from interactions.mentions
    where subject_id = any(${ids}) order by at, member_id`)
  const cards = await identity.cards(rows.map(({ memberId }) => memberId))
  const mentions = new Map<string, Mention[]>()
  for (const { id, memberId, nickname } of rows) {
    const member = cards.get(memberId)
    if (member) mentions.set(id, [...(mentions.get(id) ?? []), { nickname, member }])
  }
  return mentions
}
