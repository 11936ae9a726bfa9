import type { Tx } from '../../../platform/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Addressee } from '../context.ts'
import type { letters } from '../letters.ts'
import { issueMailedToken } from '../mailed-token.ts'

const validMs = 30 * 60_000

/** Writes a letter with the link that lets its reader choose a new password. */
export async function writeRecovery({
  platform,
  tx,
  member,
  letter,
}: {
  platform: Platform
  tx: Tx
  member: Addressee
  letter: (typeof letters)['recovery']
}): Promise<void> {
  const { clock, config, mail } = platform
  const expiresAt = new Date(clock.now().getTime() + validMs)
  const token = await issueMailedToken(tx, { purpose: 'reset', memberId: member.id, email: member.email, expiresAt })
  const link = `${config.publicUrl}/recover?token=${token}`
  const words = letter[member.locale]({ publicUrl: config.publicUrl, link, nickname: member.nickname })
  await mail.write(tx, { to: member.email, ...words, uselessAfter: expiresAt })
}
