import type { Tx } from '../../../platform/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Addressee } from '../context.ts'
import { letters } from '../letters.ts'
import { issueMailedToken } from '../mailed-token.ts'

const validMs = 24 * 3_600_000

/** Writes the letter with the link that proves `email`, the member's own or the one it wants to change to. */
export async function sendVerification({
  platform,
  tx,
  member,
  email,
}: {
  platform: Platform
  tx: Tx
  member: Addressee
  email: string
}): Promise<void> {
  const { clock, config, mail } = platform
  const expiresAt = new Date(clock.now().getTime() + validMs)
  const token = await issueMailedToken(tx, { purpose: 'verify', memberId: member.id, email, expiresAt })
  const link = `${config.publicUrl}/verify?token=${token}`
  const words = letters.verification[member.locale]({ publicUrl: config.publicUrl, link, nickname: member.nickname })
  await mail.write(tx, { to: email, ...words, uselessAfter: expiresAt })
}
