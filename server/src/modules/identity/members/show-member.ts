import { type Actor, isAdmin, type Role } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/problems.ts'
import { sql } from '../../../platform/database.ts'
import type { Context } from '../context.ts'
import { memberGone } from '../problems.ts'
import { avatarUrl } from './member-cards.ts'
import { nicknameKey } from './nickname.ts'

interface Row {
  id: string
  status: string
  nickname: string
  bio: string
  links: string[]
  avatarId: string | null
  avatarSha256: string | null
  createdAt: Date
  roles: Role[]
}

export interface Profile {
  id: string
  nickname: string
  avatarUrl: string | null
  bio: string
  links: string[]
  roles: Role[]
  status: 'active' | 'suspended'
  joinedAt: Date
  can: { edit: boolean; grant: boolean }
}

/** What anyone may know about a member, by id or by a nickname that is theirs or is held for them. */
export async function showMember({ platform, files }: Context, actor: Actor, idOrNickname: string): Promise<Profile> {
  const now = platform.clock.now()
  const row = await platform.db.one<Row>(sql`
    select m.id, m.status, m.nickname, m.bio, m.links, m.avatar_id as "avatarId", m.avatar_sha256 as "avatarSha256",
      m.created_at as "createdAt",
      (select coalesce(jsonb_agg(distinct g.role order by g.role), '[]') from identity.grants g
        where g.member_id = m.id and g.scope = 'instance' and g.revoked_at is null
          and (g.until is null or g.until > ${now})) as roles
    from identity.members m
    where m.id = ${idOrNickname} or m.id = (
      select n.member_id from identity.nicknames n
      where n.key = ${nicknameKey(idOrNickname)} and (n.held_until is null or n.held_until >= ${now}))`)
  if (!row || row.status === 'pending') throw notFound()
  if (row.status === 'withdrawing' || row.status === 'withdrawn') throw memberGone()
  return {
    id: row.id,
    nickname: row.nickname,
    avatarUrl: avatarUrl(files, row, '256'),
    bio: row.bio,
    links: row.links,
    roles: row.roles,
    status: row.status === 'suspended' ? 'suspended' : 'active',
    joinedAt: row.createdAt,
    can: { edit: actor.id === row.id, grant: isAdmin(actor) },
  }
}
