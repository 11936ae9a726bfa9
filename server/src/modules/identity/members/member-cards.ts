import { type Database, sql } from '../../../platform/database.ts'
import type { FilesApi } from '../../files/index.ts'
import type { MemberCard } from '../index.ts'
import { createRowCache, type RowCache } from '../row-cache.ts'

interface Row {
  id: string
  status: string
  nickname: string | null
  avatarId: string | null
  avatarSha256: string | null
}

const kept = 50_000

/** What stands in for the name of one who has left. */
export const formerMember = '탈퇴한 회원'

export const avatarUrl = (
  files: FilesApi,
  { avatarId, avatarSha256 }: Pick<Row, 'avatarId' | 'avatarSha256'>,
  variant: '64' | '256',
): string | null => (avatarId && avatarSha256 ? files.urlOf({ id: avatarId, sha256: avatarSha256 }, variant) : null)

/** Cards of members, in memory until an event names the member. One who has yet to verify is nobody. */
export const createMemberCards = (db: Database, files: FilesApi): RowCache<MemberCard> =>
  createRowCache(async (ids) => {
    const rows = await db.many<Row>(sql`
      select id, status, nickname, avatar_id as "avatarId", avatar_sha256 as "avatarSha256"
      from identity.members where id = any(${ids}) and status <> 'pending'`)
    return new Map(rows.map((row) => [row.id, cardOf(row, files)]))
  }, kept)

function cardOf(row: Row, files: FilesApi): MemberCard {
  if (row.status === 'withdrawing' || row.status === 'withdrawn')
    return { id: row.id, nickname: formerMember, avatarUrl: null, status: 'withdrawn' }
  const status = row.status === 'suspended' ? 'suspended' : 'active'
  return { id: row.id, nickname: row.nickname ?? formerMember, avatarUrl: avatarUrl(files, row, '64'), status }
}
