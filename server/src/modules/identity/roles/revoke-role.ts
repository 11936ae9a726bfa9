import type { Actor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/problems.ts'
import { sql } from '../../../platform/database.ts'
import type { Context } from '../context.ts'
import { roleRevoked } from '../events.ts'
import { lastAdmin } from '../problems.ts'

interface Grant {
  id: string
  role: string
  scope: string
}

/** Takes a role away, from the member's next request on. The last lasting administrator stays. */
export async function revokeRole(
  { platform }: Context,
  actor: Actor,
  { memberId, grantId }: { memberId: string; grantId: string },
): Promise<void> {
  const { audit, clock, db } = platform
  await db.transact(async (tx) => {
    const now = clock.now()
    // all administrators are locked, in order: two who revoke each other at once do not both succeed
    const admins = await tx.many<{ id: string }>(sql`
      select id from identity.grants
      where role = 'admin' and scope = 'instance' and revoked_at is null and until is null order by id for update`)
    const grant = await tx.one<Grant>(sql`
      update identity.grants set revoked_at = ${now}, revoked_by = ${actor.id}
      where id = ${grantId} and member_id = ${memberId} and revoked_at is null
      returning id, role, scope`)
    if (!grant) throw notFound()
    if (admins.length === 1 && admins[0]?.id === grant.id) throw lastAdmin()
    const { role, scope } = grant
    await audit.write(tx, actor, { act: 'identity.role-revoked', target: memberId, before: { role, scope } })
    tx.publish(roleRevoked, memberId, { memberId, grantId, role, scope })
  })
}
