import type { Actor } from '../../../kernel/actor.ts'
import { networkOf } from '../../../kernel/networks.ts'
import { sql } from '../../../platform/database.ts'
import type { Addressee, Context } from '../context.ts'
import { letters } from '../letters.ts'
import { emailKey } from '../members/email.ts'
import { isPassword } from '../passwords/password-hash.ts'
import { writeRecovery } from '../passwords/write-recovery.ts'
import { credentialsWrong, emailUnverified } from '../problems.ts'
import { inTurn } from './in-turn.ts'
import { beginAttempt } from './lock-out.ts'
import { type SessionTokens, startSession } from './start-session.ts'

interface Row extends Addressee {
  status: string
  passwordHash: string | null
}

export interface Credentials {
  email: string
  password: string
}

/** Proves an e-mail and a password. An unknown account and a wrong password cannot be told apart, in time either. */
export async function proveCredentials({ platform }: Context, actor: Actor, given: Credentials): Promise<Row> {
  const { db } = platform
  return inTurn(`${emailKey(given.email)} ${networkOf(actor.address)}`, async () => {
    const attempt = await beginAttempt(platform, given.email, actor.address)
    const member = await db.one<Row>(sql`
      select id, email, nickname, locale, status, password_hash as "passwordHash"
      from identity.members where email_key = ${emailKey(given.email)}`)
    if (await isPassword(given.password, member?.passwordHash)) {
      await attempt.succeeded()
      if (member) return member
    }
    const closed = await attempt.failed()
    if (closed && member)
      await db.transact((tx) => writeRecovery({ platform, tx, member, letter: letters.manyFailures }))
    throw credentialsWrong()
  })
}

/** A session for an e-mail and a password; an unverified member has to follow the mailed link first. */
export async function signIn(
  context: Context,
  actor: Actor,
  { userAgent, ...given }: Credentials & { userAgent: string },
): Promise<SessionTokens & { nickname: string }> {
  const { platform } = context
  const member = await proveCredentials(context, actor, given)
  if (member.status === 'pending') throw emailUnverified()
  const tokens = await platform.db.transact((tx) =>
    startSession(tx, platform, { memberId: member.id, address: actor.address, userAgent }),
  )
  return { ...tokens, nickname: member.nickname }
}
