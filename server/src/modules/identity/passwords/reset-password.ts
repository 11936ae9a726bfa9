import { sql, type Tx } from '../../../platform/database.ts'
import type { Addressee, Context } from '../context.ts'
import { spendMailedToken, voidMailedTokens } from '../mailed-token.ts'
import { alertMember } from '../members/alert-member.ts'
import { activate } from '../members/verify-email.ts'
import { tokenUsed } from '../problems.ts'
import { tokenHash } from '../secret-token.ts'
import { endSessions } from '../sessions/end-sessions.ts'
import { forgetFailures } from '../sessions/lock-out.ts'
import { checkPassword } from './check-password.ts'
import { hashPassword } from './password-hash.ts'

/**
 * A new password by the mailed link, which proves the address as well. All sessions end, the account is open to
 * passwords again. A refused password leaves the link as good as it was.
 */
export async function resetPassword(
  { platform }: Context,
  given: { token: string; password: string; passwordConfirm?: string },
): Promise<void> {
  const { clock, db } = platform
  const now = clock.now()
  const owner = await db.one<Addressee>(sql`
    select m.id, m.email, m.nickname, m.locale
    from identity.mailed_tokens t join identity.members m on m.id = t.member_id
    where t.hash = ${tokenHash(given.token)} and t.purpose = 'reset' and t.used_at is null and t.expires_at > ${now}`)
  if (!owner) throw tokenUsed()
  checkPassword(platform, given, owner)
  const passwordHash = await hashPassword(given.password)
  await db.transact(async (tx) => {
    const { memberId } = await spendMailedToken(tx, 'reset', given.token, now)
    await storePassword(tx, memberId, passwordHash)
    await activate(tx, memberId, now)
    await endSessions(tx, { memberId, reason: 'password-changed', now })
    await forgetFailures(tx, platform, owner.email)
    await alertMember({ platform, tx, member: owner, alert: 'password-changed' })
  })
}

/** Links that were mailed before lose their force with the old password. */
export async function storePassword(tx: Tx, memberId: string, passwordHash: string): Promise<void> {
  await tx.run(sql`update identity.members set password_hash = ${passwordHash} where id = ${memberId}`)
  await voidMailedTokens(tx, memberId)
}
