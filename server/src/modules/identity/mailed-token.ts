import { sql, type Tx } from '../../platform/database.ts'
import { tokenUsed } from './problems.ts'
import { secretToken, tokenHash } from './secret-token.ts'

export type TokenPurpose = 'verify' | 'reset'

export interface MailedToken {
  purpose: TokenPurpose
  memberId: string
  /** The address that the link proves. */
  email: string
  expiresAt: Date
}

/** A token for a mailed link; it voids the member's older one of this purpose. */
export async function issueMailedToken(tx: Tx, { purpose, memberId, email, expiresAt }: MailedToken): Promise<string> {
  const token = secretToken()
  await tx.run(sql`delete from identity.mailed_tokens where member_id = ${memberId} and purpose = ${purpose}`)
  await tx.run(sql`
    insert into identity.mailed_tokens (hash, purpose, member_id, email, expires_at)
    values (${tokenHash(token)}, ${purpose}, ${memberId}, ${email}, ${expiresAt})`)
  return token
}

/** What the token proves, once. Refuses a used, outdated, voided or unknown one alike. */
export async function spendMailedToken(
  tx: Tx,
  purpose: TokenPurpose,
  token: string,
  now: Date,
): Promise<{ memberId: string; email: string }> {
  const spent = await tx.one<{ memberId: string; email: string }>(sql`
    update identity.mailed_tokens set used_at = ${now}
    where hash = ${tokenHash(token)} and purpose = ${purpose} and used_at is null and expires_at > ${now}
    returning member_id as "memberId", email`)
  if (!spent) throw tokenUsed()
  return spent
}

/** What was mailed before proves nothing any more: the password or the address that it went to is another now. */
export const voidMailedTokens = (tx: Tx, memberId: string): Promise<number> =>
  tx.run(sql`delete from identity.mailed_tokens where member_id = ${memberId} and used_at is null`)
