import type { Locale } from '../../../kernel/problem.ts'
import { invalid } from '../../../kernel/problems.ts'
import { type Queryable, sql } from '../../../platform/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import { nicknameRefused } from '../problems.ts'
import { longestNickname, nicknameWords, reservedNicknames } from '../settings.ts'

const shape = /^[A-Za-z0-9가-힣]+$/
const shortest = 2
/** For how long a former name leads to its bearer and to nobody else. */
export const heldDays = 30

export const nicknameKey = (nickname: string): string => nickname.toLowerCase()

const error = (code: string) => ({ errors: [{ at: '/nickname', code }] })

/** Refuses a nickname out of its bounds (400) or reserved (422). */
export function checkNickname(platform: Platform, nickname: string): void {
  checkForm(platform, nickname)
  if (isReserved(platform, nickname)) throw nicknameRefused(error('reserved'))
}

/** Refuses a nickname out of its bounds. */
export function checkForm({ settings }: Platform, nickname: string): void {
  if (nickname.length < shortest) throw invalid(error('too-short'))
  if (nickname.length > settings.get(longestNickname)) throw invalid(error('too-long'))
  if (!shape.test(nickname)) throw invalid(error('wrong-characters'))
}

/** Whether the operator keeps this name from everybody. */
export const isReserved = ({ settings }: Platform, nickname: string): boolean =>
  settings.get(reservedNicknames).some((name) => nicknameKey(name) === nicknameKey(nickname))

/** Takes the name for the member; false when another one has or holds it. Parallel takers wait for each other here. */
export async function takeNickname(db: Queryable, memberId: string, nickname: string, now: Date): Promise<boolean> {
  const taken = await db.run(sql`
    insert into identity.nicknames as n (key, member_id) values (${nicknameKey(nickname)}, ${memberId})
    on conflict (key) do update set member_id = excluded.member_id, held_until = null
    where n.member_id = excluded.member_id or n.held_until < ${now}`)
  return taken === 1
}

export const isNicknameFree = async (db: Queryable, nickname: string, now: Date): Promise<boolean> =>
  !(await db.one(sql`
    select 1 from identity.nicknames
    where key = ${nicknameKey(nickname)} and (held_until is null or held_until >= ${now})`))

/** Takes a name of the instance's word and a number for one who gave none. */
export async function takeAnyNickname(
  db: Queryable,
  platform: Platform,
  { memberId, locale }: { memberId: string; locale: Locale },
): Promise<string> {
  const word = platform.settings.get(nicknameWords[locale])
  for (let tries = 0; ; tries++) {
    const numbers = 1000 * 10 ** Math.floor(tries / 20)
    const nickname = `${word}${Math.floor(Math.random() * numbers)}`
    if (await takeNickname(db, memberId, nickname, platform.clock.now())) return nickname
  }
}
