import { type Database, sql } from '../../../platform/database.ts'
import { nicknameKey } from './nickname.ts'

/** Ids of living members by nickname as asked; former names that are held are not found. */
export async function idsOfNicknames(db: Database, nicknames: string[]): Promise<Map<string, string>> {
  if (!nicknames.length) return new Map()
  const keys = [...new Set(nicknames.map(nicknameKey))]
  const rows = await db.many<{ key: string; id: string }>(sql`
    select n.key, m.id from identity.nicknames n join identity.members m on m.id = n.member_id
    where n.key = any(${keys}) and n.held_until is null and m.status in ('active', 'suspended')`)
  const byKey = new Map(rows.map(({ key, id }) => [key, id]))
  return new Map(
    nicknames.flatMap((name) => {
      const id = byKey.get(nicknameKey(name))
      return id === undefined ? [] : [[name, id] as const]
    }),
  )
}
