import type { Actor } from '../../../kernel/actor.ts'
import { invalid, tooManyRequests } from '../../../kernel/problems.ts'
import { sql } from '../../../platform/database.ts'
import type { Addressee, Context } from '../context.ts'
import { mayMail } from '../mail-limit.ts'
import { emailTaken, sessionRevoked } from '../problems.ts'
import { tally } from '../tally.ts'
import { emailKey, isEmail } from './email.ts'
import { sendVerification } from './send-verification.ts'

const mostChanges = 10
const dayS = 86_400

/** Mails a link to the new address; it counts from the moment that the link is followed. */
export async function changeEmail({ platform }: Context, actor: Actor, { email }: { email: string }): Promise<void> {
  if (!isEmail(email)) throw invalid({ errors: [{ at: '/email', code: 'wrong-form' }] })
  await platform.db.transact(async (tx) => {
    const member = await tx.one<Addressee>(
      sql`select id, email, nickname, locale from identity.members where id = ${actor.id}`,
    )
    if (!member) throw sessionRevoked()
    const taken = await tx.one(sql`
      select 1 from identity.members where email_key = ${emailKey(email)} and id <> ${actor.id}`)
    if (taken) throw emailTaken({ errors: [{ at: '/email', code: 'taken' }] })
    const now = platform.clock.now()
    // a member who writes to strangers through us
    if (!(await tally(tx, { key: `change-email:${actor.id}`, max: mostChanges, windowS: dayS }, now)))
      throw tooManyRequests({ retryAfterS: 3600 })
    if (await mayMail(tx, 'verify', email, now)) await sendVerification({ platform, tx, member, email })
  })
}
