import { sql } from '../../../platform/database.ts'
import type { Addressee, Context } from '../context.ts'
import { mayMail } from '../mail-limit.ts'
import { emailKey } from './email.ts'
import { sendVerification } from './send-verification.ts'

/** Sends the verification letter again, if a new member waits for one; who asks does not learn it. */
export async function requestVerification({ platform }: Context, { email }: { email: string }): Promise<void> {
  await platform.db.transact(async (tx) => {
    const member = await tx.one<Addressee>(sql`
      select id, email, nickname, locale from identity.members
      where email_key = ${emailKey(email)} and status = 'pending'`)
    if (!member || !(await mayMail(tx, 'verify', member.email, platform.clock.now()))) return
    await sendVerification({ platform, tx, member, email: member.email })
  })
}
