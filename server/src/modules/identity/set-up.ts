import type { Actor } from '../../kernel/actor.ts'
import { system } from '../../kernel/actor.ts'
import { Problem } from '../../kernel/problem.ts'
import { invalid } from '../../kernel/problems.ts'
import { isUniqueViolation, sql, type Tx } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Context } from './context.ts'
import { instanceSetUp, memberJoined, memberVerified } from './events.ts'
import { emailKey, isEmail } from './members/email.ts'
import { checkNickname, takeAnyNickname, takeNickname } from './members/nickname.ts'
import { checkPassword } from './passwords/check-password.ts'
import { hashPassword } from './passwords/password-hash.ts'
import { emailTaken, nicknameTaken, setupDone, setupTokenWrong, tokenUsed } from './problems.ts'
import { storeGrant } from './roles/store-grant.ts'
import { isSetupToken } from './setup-key.ts'
import { storeConsents } from './terms/store-consents.ts'

export interface FirstAdmin {
  email: string
  password: string
  passwordConfirm?: string
  nickname?: string
}

/** Makes the first administrator for who holds the set-up link; of many at once, one. */
export async function setUp(
  context: Context,
  actor: Actor,
  { token, ...admin }: FirstAdmin & { token: string },
): Promise<{ id: string; nickname: string }> {
  const { config, clock } = context.platform
  return makeFirstAdmin(context, actor, admin, (row) => {
    if (!row || !isSetupToken(config, row.nonce, token)) throw setupTokenWrong()
    if (row.expiresAt <= clock.now()) throw tokenUsed()
  })
}

/** The administrator of ADMIN_EMAIL and ADMIN_PASSWORD, where there is none yet; several processes may try at once. */
export async function makeAdminOfEnvironment(context: Context): Promise<void> {
  const { adminEmail: email, adminPassword: password } = context.platform.config
  if (email === undefined || password === undefined || (await isSetUp(context.platform))) return
  const { clock, db } = context.platform
  await db.run(sql`
    insert into identity.setup (nonce, expires_at) values ('', ${clock.now()}) on conflict (one) do nothing`)
  try {
    await makeFirstAdmin(context, { ...system, locale: 'ko' }, { email, password }, () => {})
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (error.type !== setupDone)
      context.platform.logger.error(
        { code: error.code },
        'ADMIN_EMAIL and ADMIN_PASSWORD do not make an account: use the set-up link',
      )
  }
}

export const isSetUp = async ({ db }: Platform): Promise<boolean> =>
  (await db.one(sql`select 1 from identity.setup where done_at is not null`)) !== undefined

interface SetupRow {
  nonce: Buffer
  expiresAt: Date
  doneAt: Date | null
}

async function makeFirstAdmin(
  { platform, terms }: Context,
  actor: Actor,
  admin: FirstAdmin,
  check: (row: SetupRow | undefined) => void,
): Promise<{ id: string; nickname: string }> {
  const { clock, db, ids } = platform
  if (await isSetUp(platform)) throw setupDone()
  if (!isEmail(admin.email)) throw invalid({ errors: [{ at: '/email', code: 'wrong-form' }] })
  if (admin.nickname !== undefined) checkNickname(platform, admin.nickname)
  checkPassword(platform, admin, admin)
  const passwordHash = await hashPassword(admin.password)
  const versions = await terms.versions()
  const now = clock.now()
  try {
    return await db.transact(async (tx) => {
      const row = await lockSetup(tx)
      if (row?.doneAt) throw setupDone()
      check(row)
      const id = ids.next('mem')
      await tx.run(sql`
        insert into identity.members (id, status, email, email_key, password_hash, locale, created_at, verified_at)
        values (${id}, 'active', ${admin.email}, ${emailKey(admin.email)}, ${passwordHash}, ${actor.locale}, ${now}, ${now})`)
      if (admin.nickname !== undefined && !(await takeNickname(tx, id, admin.nickname, now))) throw nicknameTaken()
      const nickname = admin.nickname ?? (await takeAnyNickname(tx, platform, { memberId: id, locale: actor.locale }))
      await tx.run(sql`update identity.members set nickname = ${nickname} where id = ${id}`)
      await storeConsents(tx, id, { terms: true, privacy: true }, versions, now)
      tx.publish(memberJoined, id, { memberId: id, nickname })
      tx.publish(memberVerified, id, { memberId: id })
      await storeGrant(tx, platform, system, { memberId: id, role: 'admin', scope: 'instance', reason: 'set-up' })
      await tx.run(sql`update identity.setup set done_at = ${now}`)
      tx.publish(instanceSetUp, id, { memberId: id })
      return { id, nickname }
    })
  } catch (error) {
    if (isUniqueViolation(error, 'members_email_key_key')) throw emailTaken()
    throw error
  }
}

const lockSetup = (tx: Tx) =>
  tx.one<SetupRow>(sql`select nonce, expires_at as "expiresAt", done_at as "doneAt" from identity.setup for update`)
