import type { Actor } from '../../../kernel/actor.ts'
import { sql } from '../../../platform/database.ts'
import type { Addressee, Context } from '../context.ts'
import { alertMember } from '../members/alert-member.ts'
import { sessionRevoked } from '../problems.ts'
import { endSessions } from '../sessions/end-sessions.ts'
import { checkPassword } from './check-password.ts'
import { hashPassword } from './password-hash.ts'
import { storePassword } from './reset-password.ts'

/** A new password of one's own; all other sessions end. */
export async function changePassword(
  { platform }: Context,
  actor: Actor,
  given: { password: string; passwordConfirm?: string },
): Promise<void> {
  const { clock, db } = platform
  const member = await db.one<Addressee>(
    sql`select id, email, nickname, locale from identity.members where id = ${actor.id}`,
  )
  if (!member) throw sessionRevoked()
  checkPassword(platform, given, member)
  const passwordHash = await hashPassword(given.password)
  await db.transact(async (tx) => {
    await storePassword(tx, member.id, passwordHash)
    await endSessions(tx, {
      memberId: member.id,
      ...(actor.sessionId === undefined ? {} : { but: actor.sessionId }),
      reason: 'password-changed',
      now: clock.now(),
    })
    await alertMember({ platform, tx, member, alert: 'password-changed' })
  })
}
