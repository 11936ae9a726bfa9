import { sql } from '../../../platform/database.ts'
import type { Context } from '../context.ts'
import type { MemberCard } from '../index.ts'
import type { RowCache } from '../row-cache.ts'
import { nicknameKey } from './nickname.ts'

const most = 10

/** Members whose nickname begins with these letters, the shortest first; ten at most. */
export async function searchMembers(
  { platform }: Context,
  cards: RowCache<MemberCard>,
  q: string,
): Promise<MemberCard[]> {
  const prefix = `${nicknameKey(q).replace(/[\\%_]/g, '\\$&')}%`
  const found = await platform.db.many<{ id: string }>(sql`
    select m.id from identity.nicknames n join identity.members m on m.id = n.member_id
    where n.held_until is null and n.key like ${prefix} and m.status in ('active', 'suspended')
    order by length(n.key), n.key limit ${most}`)
  const byId = await cards.many(found.map(({ id }) => id))
  return found.flatMap(({ id }) => byId.get(id) ?? [])
}
