import type { Role } from '../../../kernel/actor.ts'
import { sql } from '../../../platform/database.ts'
import type { Context } from '../context.ts'

export interface Grant {
  id: string
  role: Role
  scope: string
  until: Date | null
  reason: string
  grantedBy: string
  grantedAt: Date
  revokedAt: Date | null
}

/** A member's roles now and before, newest first; a hundred at most. */
export const listGrants = ({ platform }: Context, memberId: string): Promise<Grant[]> =>
  platform.db.many<Grant>(sql`
    select id, role, scope, until, reason, granted_by as "grantedBy", granted_at as "grantedAt",
      revoked_at as "revokedAt"
    from identity.grants where member_id = ${memberId} order by granted_at desc, id desc limit 100`)
