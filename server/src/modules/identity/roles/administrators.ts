import { type Database, sql } from '../../../platform/database.ts'

/** Ids of the members who are administrators now, the first of them first. */
export const administrators = async (db: Database): Promise<string[]> =>
  (
    await db.many<{ id: string }>(sql`
      select m.id from identity.grants g join identity.members m on m.id = g.member_id
      where g.role = 'admin' and g.scope = 'instance' and g.revoked_at is null and m.status = 'active'
      order by g.granted_at, g.id limit 100`)
  ).map(({ id }) => id)
