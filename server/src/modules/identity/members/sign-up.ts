import { type Actor, callerOf } from '../../../kernel/actor.ts'
import { invalid, tooManyRequests } from '../../../kernel/problems.ts'
import { sql } from '../../../platform/database.ts'
import type { Context } from '../context.ts'
import { memberJoined } from '../events.ts'
import { checkPassword } from '../passwords/check-password.ts'
import { hashPassword } from '../passwords/password-hash.ts'
import { emailTaken, nicknameTaken, underAge } from '../problems.ts'
import { signUpsADay } from '../settings.ts'
import { tally } from '../tally.ts'
import { type ConsentAnswers, checkConsents, storeConsents } from '../terms/store-consents.ts'
import { ageOn, dayIn, youngestAge } from './age.ts'
import { emailKey, isEmail } from './email.ts'
import { checkNickname, takeAnyNickname, takeNickname } from './nickname.ts'
import { sealPhone } from './phone.ts'
import { sendVerification } from './send-verification.ts'

export interface SignUp {
  email: string
  password: string
  passwordConfirm?: string
  nickname?: string
  /** `YYYY-MM-DD`; or a tick that says `over14`. */
  birthDate?: string
  over14?: boolean
  gender?: 'male' | 'female'
  phone?: string
  /** None at all is as good as a no. */
  consents?: ConsentAnswers
}

export interface NewMember {
  id: string
  email: string
  nickname: string
  status: 'pending'
}

/** Makes a member who signs in once the mailed link was followed. Nothing is kept of a refused one. */
export async function signUp({ platform, terms }: Context, actor: Actor, input: SignUp): Promise<NewMember> {
  const { config, clock, db, ids, settings } = platform
  const now = clock.now()
  if (!isEmail(input.email)) throw invalid({ errors: [{ at: '/email', code: 'wrong-form' }] })
  checkAge(input, dayIn(config.timezone, now))
  if (input.nickname !== undefined) checkNickname(platform, input.nickname)
  checkPassword(platform, input, input)
  const { consents = {} } = input
  const versions = await terms.versions()
  checkConsents(consents, versions)
  const passwordHash = await hashPassword(input.password)
  const phone = input.phone === undefined ? null : sealPhone(config.secretKeys, input.phone)

  return db.transact(async (tx) => {
    const id = ids.next('mem')
    const stored = await tx.run(sql`
      insert into identity.members (id, status, email, email_key, password_hash, locale, birth_date, gender, phone_sealed,
        created_at)
      values (${id}, 'pending', ${input.email}, ${emailKey(input.email)}, ${passwordHash}, ${actor.locale},
        ${input.birthDate ?? null}, ${input.gender ?? null}, ${phone}, ${now})
      on conflict (email_key) do nothing`)
    if (!stored) throw emailTaken({ errors: [{ at: '/email', code: 'taken' }] })
    if (input.nickname !== undefined && !(await takeNickname(tx, id, input.nickname, now)))
      throw nicknameTaken({ errors: [{ at: '/nickname', code: 'taken' }] })
    const nickname = input.nickname ?? (await takeAnyNickname(tx, platform, { memberId: id, locale: actor.locale }))
    await tx.run(sql`update identity.members set nickname = ${nickname} where id = ${id}`)
    await storeConsents(tx, id, consents, versions, now)
    const max = settings.get(signUpsADay)
    if (!(await tally(tx, { key: `sign-up:${callerOf(actor)}`, max, windowS: 86_400 }, now)))
      throw tooManyRequests({ retryAfterS: 3600 })
    const member = { id, email: input.email, nickname, locale: actor.locale }
    await sendVerification({ platform, tx, member, email: input.email })
    tx.publish(memberJoined, id, { memberId: id, nickname })
    return { id, email: input.email, nickname, status: 'pending' }
  })
}

function checkAge({ birthDate, over14 }: SignUp, today: string): void {
  if (birthDate === undefined && over14 === undefined) throw invalid({ errors: [{ at: '/over14', code: 'required' }] })
  if (birthDate !== undefined && (birthDate > today || ageOn(today, birthDate) > 130))
    throw invalid({ errors: [{ at: '/birthDate', code: 'not-allowed' }] })
  if (over14 === false || (birthDate !== undefined && ageOn(today, birthDate) < youngestAge)) throw underAge()
}
