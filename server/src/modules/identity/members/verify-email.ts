import { isUniqueViolation, sql, type Tx } from '../../../platform/database.ts'
import type { Context } from '../context.ts'
import { memberVerified, profileChanged } from '../events.ts'
import { spendMailedToken, voidMailedTokens } from '../mailed-token.ts'
import { emailTaken } from '../problems.ts'
import { alertMember } from './alert-member.ts'
import { emailKey } from './email.ts'

interface Row {
  id: string
  status: string
  email: string
  nickname: string
  locale: 'ko' | 'en'
  avatarId: string | null
}

/** The link of a verification letter: a new member becomes active, or a member's new email counts from now on. */
export async function verifyEmail({ platform }: Context, { token }: { token: string }): Promise<void> {
  const now = platform.clock.now()
  try {
    await platform.db.transact(async (tx) => {
      const { memberId, email } = await spendMailedToken(tx, 'verify', token, now)
      const before = await tx.one<Row>(sql`
        select id, status, email, nickname, locale, avatar_id as "avatarId"
        from identity.members where id = ${memberId} for update`)
      if (!before) return
      await activate(tx, before.id, now)
      if (emailKey(email) === emailKey(before.email)) return
      await tx.run(sql`
        update identity.members set email = ${email}, email_key = ${emailKey(email)}, version = version + 1
        where id = ${memberId}`)
      await voidMailedTokens(tx, memberId)
      await alertMember({ platform, tx, member: before, alert: 'email-changed', detail: email })
      tx.publish(profileChanged, memberId, { memberId, avatarId: before.avatarId, formerAvatarId: before.avatarId })
    })
  } catch (error) {
    if (isUniqueViolation(error, 'members_email_key_key')) throw emailTaken()
    throw error
  }
}

/** A member whose address is proved may sign in. */
export async function activate(tx: Tx, memberId: string, now: Date): Promise<void> {
  const activated = await tx.run(sql`
    update identity.members set status = 'active', verified_at = ${now}, version = version + 1
    where id = ${memberId} and status = 'pending'`)
  if (activated) tx.publish(memberVerified, memberId, { memberId })
}
