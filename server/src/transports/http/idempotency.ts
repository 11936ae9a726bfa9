import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash, createHmac } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../kernel/actor.ts'
import { derivedKeys } from '../../kernel/derived-keys.ts'
import { idempotencyAnswerLost, idempotencyInProgress, idempotencyKeyReused, invalid } from '../../kernel/problems.ts'
import { Answer, type Route } from '../../module.ts'
import { type Database, sql, type Tx } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { readUpload } from './upload.ts'

const leaseS = 60
const keyPattern = /^[\x21-\x7e]{1,200}$/

interface Claim {
  actor: string
  route: string
  key: string
}
interface Row {
  bodyHash: string
  committed: boolean
  status: number | null
  headers: Record<string, string | string[]> | null
  answer: string | null
  alive: boolean
}

const claims = new AsyncLocalStorage<Claim & { marked: boolean }>()
// it stands in an index, whose rows have their bounds
const longestUrl = 500
const shortened = (url: string) =>
  url.length > longestUrl ? createHash('sha256').update(url).digest('base64url') : url
const sensitive = new Set(['set-cookie'])

/** In the first transaction of a request with a key: its effects and the fact that they happened commit together. */
export async function markCommitted(tx: Tx): Promise<void> {
  const claim = claims.getStore()
  if (!claim || claim.marked) return
  await tx.run(sql`
    update platform.idempotency set committed = true
    where actor = ${claim.actor} and route = ${claim.route} and key = ${claim.key}`)
  tx.afterCommit(() => {
    claim.marked = true
  })
}

/**
 * The same key with the same body gives the first answer again, with another body 422 (draft-ietf-httpapi-idempotency-key).
 * A refusal is not kept: the same request may succeed later.
 */
export async function withIdempotency(
  platform: Platform,
  route: Route,
  request: FastifyRequest,
  actor: Actor,
  handle: () => Promise<Answer>,
): Promise<Answer> {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !keyPattern.test(key))
    throw invalid({ errors: [{ at: '/headers/idempotency-key', code: 'wrong-form' }] })
  const claim = {
    actor: actor.id || `address:${actor.address}`,
    route: `${route.method} ${shortened(request.url)}`,
    key,
  }
  // a body may hold a password: whoever reads the table must not be able to try them out
  const [hashKey = ''] = derivedKeys(platform.config.secretKeys, 'platform.idempotency')
  const bodyHash = createHmac('sha256', hashKey)
    .update(JSON.stringify(request.body ?? null))
    .digest('base64url')
  const first = await take(platform, claim, bodyHash)
  if (first) {
    const { upload } = route
    const isOther = upload?.isRepeat && !(await upload.isRepeat(first.body, await readUpload(request, upload.maxBytes)))
    if (isOther) throw idempotencyKeyReused()
    return first
  }
  try {
    const answer = await claims.run({ ...claim, marked: false }, handle)
    await keep(platform.db, claim, answer)
    return answer
  } catch (error) {
    await platform.db.run(sql`
      delete from platform.idempotency
      where actor = ${claim.actor} and route = ${claim.route} and key = ${claim.key} and not committed`)
    throw error
  }
}

async function take({ db, clock }: Platform, claim: Claim, bodyHash: string): Promise<Answer | undefined> {
  const { actor, route, key } = claim
  const now = clock.now()
  for (let tries = 0; ; tries++) {
    const until = new Date(now.getTime() + leaseS * 1000)
    const mine = await db.run(sql`
      insert into platform.idempotency (actor, route, key, body_hash, lease_until, created_at)
      values (${actor}, ${route}, ${key}, ${bodyHash}, ${until}, ${now})
      on conflict (actor, route, key) do update set lease_until = excluded.lease_until, created_at = excluded.created_at
      where not platform.idempotency.committed and platform.idempotency.status is null
        and platform.idempotency.lease_until < ${now} and platform.idempotency.body_hash = ${bodyHash}`)
    if (mine) return undefined
    const row = await db.one<Row>(sql`
      select body_hash as "bodyHash", committed, status, headers, answer, lease_until > ${now} as alive
      from platform.idempotency where actor = ${actor} and route = ${route} and key = ${key}`)
    if (!row) continue
    if (row.bodyHash !== bodyHash) throw idempotencyKeyReused()
    if (row.status !== null)
      return new Answer(row.status, row.answer === null ? undefined : JSON.parse(row.answer), {
        ...row.headers,
        'idempotency-replayed': 'true',
      })
    if (!row.alive) throw idempotencyAnswerLost()
    if (tries >= 20) throw idempotencyInProgress({ retryAfterS: 1 })
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function keep(db: Database, { actor, route, key }: Claim, { status, body, headers }: Answer) {
  const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => !sensitive.has(name.toLowerCase())))
  await db.run(sql`
    update platform.idempotency set status = ${status}, headers = ${JSON.stringify(kept)}::jsonb,
      answer = ${body === undefined ? null : JSON.stringify(body)}, committed = true
    where actor = ${actor} and route = ${route} and key = ${key}`)
}
