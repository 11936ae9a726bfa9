import { invalid } from '../../../kernel/problems.ts'
import { sql } from '../../../platform/database.ts'
import type { Context } from '../context.ts'
import { emailsAlwaysFree } from '../settings.ts'
import { emailKey, isEmail } from './email.ts'
import { checkForm, isNicknameFree, isReserved } from './nickname.ts'

/** Whether one may sign up with an email and take a nickname, as far as they are given. Refuses one that nobody could take. */
export async function isFree(
  { platform }: Context,
  { email, nickname }: { email?: string; nickname?: string },
): Promise<boolean> {
  const { clock, db, settings } = platform
  if (email === undefined && nickname === undefined) throw invalid({ errors: [{ at: '/nickname', code: 'required' }] })
  if (nickname !== undefined) checkForm(platform, nickname)
  if (email !== undefined && !isEmail(email)) throw invalid({ errors: [{ at: '/email', code: 'wrong-form' }] })
  if (nickname !== undefined && isReserved(platform, nickname)) return false
  if (nickname !== undefined && !(await isNicknameFree(db, nickname, clock.now()))) return false
  if (email === undefined || settings.get(emailsAlwaysFree)) return true
  return !(await db.one(sql`select 1 from identity.members where email_key = ${emailKey(email)}`))
}
