import type { Actor } from '../../../kernel/actor.ts'
import { sql } from '../../../platform/database.ts'
import type { Context } from '../context.ts'
import { sessionProved } from '../events.ts'
import { sessionRevoked } from '../problems.ts'
import { proveCredentials } from './sign-in.ts'

/** The password once more: for ten minutes this session may do what is asked of a fresh one. */
export async function reauthenticate(
  context: Context,
  actor: Actor,
  { password }: { password: string },
): Promise<void> {
  const { clock, db } = context.platform
  const { id: memberId, sessionId } = actor
  const member = await db.one<{ email: string }>(sql`select email from identity.members where id = ${memberId}`)
  if (!member || sessionId === undefined) throw sessionRevoked()
  await proveCredentials(context, actor, { email: member.email, password })
  await db.transact(async (tx) => {
    await tx.run(sql`update identity.sessions set proved_at = ${clock.now()} where id = ${sessionId}`)
    tx.publish(sessionProved, sessionId, { sessionId, memberId })
  })
}
