import type { Tx } from '../../../platform/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Addressee } from '../context.ts'
import { securityAlerted } from '../events.ts'
import { type Alert, alertLetter } from '../letters.ts'

/** Tells the owner of an account, by letter and by event, what happened to it. */
export async function alertMember({
  platform,
  tx,
  member,
  alert,
  detail,
}: {
  platform: Platform
  tx: Tx
  member: Addressee
  alert: Alert
  detail?: string
}): Promise<void> {
  const { publicUrl } = platform.config
  const words = alertLetter(alert)[member.locale]({
    publicUrl,
    nickname: member.nickname,
    ...(detail === undefined ? {} : { detail }),
  })
  await platform.mail.write(tx, { to: member.email, ...words })
  tx.publish(securityAlerted, member.id, { memberId: member.id, alert })
}
