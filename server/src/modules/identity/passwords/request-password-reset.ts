import { sql } from '../../../platform/database.ts'
import type { Addressee, Context } from '../context.ts'
import { letters } from '../letters.ts'
import { mayMail } from '../mail-limit.ts'
import { emailKey } from '../members/email.ts'
import { writeRecovery } from './write-recovery.ts'

/** Mails a link to the owner of an account; who asks does not learn whether there is one. */
export async function requestPasswordReset({ platform }: Context, { email }: { email: string }): Promise<void> {
  await platform.db.transact(async (tx) => {
    const member = await tx.one<Addressee>(sql`
      select id, email, nickname, locale from identity.members
      where email_key = ${emailKey(email)} and status <> 'withdrawn'`)
    if (!member || !(await mayMail(tx, 'reset', member.email, platform.clock.now()))) return
    await writeRecovery({ platform, tx, member, letter: letters.recovery })
  })
}
