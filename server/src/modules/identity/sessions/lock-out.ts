import { createHmac } from 'node:crypto'
import { derivedKeys } from '../../../kernel/derived-keys.ts'
import { lineOf, networkOf } from '../../../kernel/networks.ts'
import { type Queryable, sql, type Tx } from '../../../platform/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import { emailKey } from '../members/email.ts'
import { locked } from '../problems.ts'

interface Rule {
  key: string
  max: number
  windowS: number
  lockS: number
  longestLockS: number
  /** Only a mailed link opens this lock early. */
  byMail: boolean
}

interface Row {
  key: string
  times: Date[]
  lockedUntil: Date | null
  locks: number
  touchedAt: Date
}

const quarterS = 900
const dayS = 86_400
// after two quiet days the next lock is a short one again
const forgivenS = 2 * dayS

/** What a typed address is counted under: people type passwords into this field too, so it is not kept readable. */
function accountKey({ config }: Platform, email: string): string {
  const [key = ''] = derivedKeys(config.secretKeys, 'identity.lock-out')
  return createHmac('sha256', key).update(emailKey(email)).digest('base64url')
}

function rulesFor(platform: Platform, email: string, address: string): Rule[] {
  const account = `sign-in:${accountKey(platform, email)}`
  const lock = { windowS: quarterS, lockS: quarterS, longestLockS: dayS, byMail: false }
  return [
    { ...lock, key: `${account}:${networkOf(address)}`, max: 5 },
    { ...lock, key: `sign-in:${lineOf(address)}`, max: 100 },
    { key: account, max: 50, windowS: 3600, lockS: 3600, longestLockS: 3600, byMail: true },
  ]
}

async function lockRows(tx: Tx, rules: Rule[], now: Date): Promise<Map<string, Row>> {
  const keys = rules.map(({ key }) => key).sort()
  await tx.run(sql`
    insert into identity.tallies (key, touched_at) select unnest(${keys}::text[]), ${now} on conflict (key) do nothing`)
  const rows = await tx.many<Row>(sql`
    select key, times, locked_until as "lockedUntil", locks, touched_at as "touchedAt"
    from identity.tallies where key = any(${keys}) order by key for update`)
  return new Map(rows.map((row) => [row.key, row]))
}

async function save(
  db: Queryable,
  { key, times, lockedUntil, locks }: Omit<Row, 'touchedAt'>,
  now: Date,
): Promise<void> {
  await db.run(sql`
    update identity.tallies set times = ${times}::timestamptz[], locked_until = ${lockedUntil}, locks = ${locks},
      touched_at = ${now}
    where key = ${key}`)
}

const recent = (times: Date[], { windowS }: Rule, now: Date): Date[] =>
  times.filter((time) => now.getTime() - time.getTime() < windowS * 1000)

/** The row with the lock that its failures have earned by now: 15 minutes, doubling to a day. */
function judged(row: Row, rule: Rule, now: Date): Row {
  const times = recent(row.times, rule, now)
  if (times.length < rule.max) return { ...row, times }
  const lockS = Math.min(rule.longestLockS, rule.lockS * 2 ** row.locks)
  return { ...row, times: [], locks: row.locks + 1, lockedUntil: new Date(now.getTime() + lockS * 1000) }
}

export interface Attempt {
  /** Takes the attempt back, and with it this network's failures. */
  succeeded(): Promise<void>
  /** Lets it stand; true when this failure has closed the account to passwords. */
  failed(): Promise<boolean>
}

/**
 * Counts an attempt before its password is looked at, so that no crowd slips past the limit: 5 failures in 15 minutes by
 * account and network, 100 by address, 50 an hour by account. Refuses `identity-locked` with `Retry-After`.
 */
export async function beginAttempt(platform: Platform, email: string, address: string): Promise<Attempt> {
  const { clock, db } = platform
  const rules = rulesFor(platform, email, address)
  const at = clock.now()
  const refusal = await db.transact(async (tx) => {
    const rows = await lockRows(tx, rules, at)
    for (const rule of rules) {
      const until = rows.get(rule.key)?.lockedUntil
      if (until && until > at)
        return locked({
          retryAfterS: Math.ceil((until.getTime() - at.getTime()) / 1000),
          ...(rule.byMail ? { facts: { unlock: 'mail' } } : {}),
        })
    }
    // those that are still being looked at may all fail: together they get no more tries than one after the other
    if (rules.some((rule) => recent(rows.get(rule.key)?.times ?? [], rule, at).length >= rule.max))
      return locked({ retryAfterS: 1 })
    for (const rule of rules) {
      const row = rows.get(rule.key)
      if (!row) continue
      const locks = at.getTime() - row.touchedAt.getTime() > forgivenS * 1000 ? 0 : row.locks
      await save(tx, { ...row, locks, times: [...row.times, at], lockedUntil: null }, at)
    }
    return undefined
  })
  if (refusal) throw refusal

  return {
    async succeeded() {
      const [pair, ...others] = rules.map(({ key }) => key)
      await db.transact(async (tx) => {
        await lockRows(tx, rules, at)
        await tx.run(sql`delete from identity.tallies where key = ${pair}`)
        await tx.run(sql`
          update identity.tallies set times = array_remove(times, ${at}::timestamptz) where key = any(${others})`)
      })
    },
    failed: () =>
      db.transact(async (tx) => {
        const now = clock.now()
        const rows = await lockRows(tx, rules, now)
        let closed = false
        for (const rule of rules) {
          const row = rows.get(rule.key)
          if (!row) continue
          const after = judged(row, rule, now)
          await save(tx, after, now)
          closed ||= rule.byMail && after.lockedUntil !== null && after.lockedUntil !== row.lockedUntil
        }
        return closed
      }),
  }
}

/** Opens an account to passwords again: its owner proved the address. */
export const forgetFailures = (db: Queryable, platform: Platform, email: string): Promise<number> =>
  db.run(sql`delete from identity.tallies where starts_with(key, ${`sign-in:${accountKey(platform, email)}`})`)
