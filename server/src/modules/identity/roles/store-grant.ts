import type { Actor, Role } from '../../../kernel/actor.ts'
import { isUniqueViolation, sql, type Tx } from '../../../platform/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import { roleGranted } from '../events.ts'
import { grantExists } from '../problems.ts'

export interface NewGrant {
  memberId: string
  role: Role
  /** `instance`, or `board:`, `category:`, `group:` and an id. */
  scope: string
  until?: Date
  reason: string
}

/** Writes a grant with its audit row and event; it is in force from the member's next request on. */
export async function storeGrant(tx: Tx, platform: Platform, actor: Actor, grant: NewGrant): Promise<string> {
  const { clock, ids, audit } = platform
  const { memberId, role, scope, until, reason } = grant
  const grantId = ids.next('grt')
  const now = clock.now()
  await tx.run(sql`
    update identity.grants set revoked_at = until, revoked_by = ''
    where member_id = ${memberId} and role = ${role} and scope = ${scope} and revoked_at is null and until <= ${now}`)
  try {
    await tx.run(sql`
      insert into identity.grants (id, member_id, role, scope, until, granted_by, reason, granted_at)
      values (${grantId}, ${memberId}, ${role}, ${scope}, ${until ?? null}, ${actor.id}, ${reason}, ${now})`)
  } catch (error) {
    if (isUniqueViolation(error, 'grants_living')) throw grantExists()
    throw error
  }
  await audit.write(tx, actor, {
    act: 'identity.role-granted',
    target: memberId,
    after: { role, scope, until },
    reason,
  })
  tx.publish(roleGranted, memberId, { memberId, grantId, role, scope })
  return grantId
}
