import { createHash } from 'node:crypto'
import type { Actor } from '../kernel/actor.ts'
import type { Clock } from '../kernel/clock.ts'
import { sql, type Tx } from './database.ts'

export interface AuditEntry {
  /** `community.board-changed`: module and what was done. */
  act: string
  target: string
  before?: unknown
  after?: unknown
  reason?: string
}

/** The record of administrative acts: each row carries the hash of the one before it, so a changed row shows. */
export interface Audit {
  write(tx: Tx, actor: Actor, entry: AuditEntry): Promise<void>
}

const lockKey = 7003

/** JSON with sorted keys: the same text before and after a round through jsonb. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  )
}

/** SHA-256 over the previous hash and the canonical row. */
export const auditHash = (previous: string, row: unknown[]): string =>
  createHash('sha256')
    .update(previous)
    .update(JSON.stringify(canonical(JSON.parse(JSON.stringify(row)))))
    .digest('hex')

export const createAudit = (clock: Clock): Audit => ({
  async write(tx, actor, { act, target, before = null, after = null, reason = null as never }) {
    await tx.run(sql`select pg_advisory_xact_lock(${lockKey})`)
    const last = await tx.one<{ n: number; hash: string }>(
      sql`select n, hash from platform.audit order by n desc limit 1`,
    )
    const n = (last?.n ?? 0) + 1
    const at = clock.now()
    const hash = auditHash(last?.hash ?? '', [n, at.toISOString(), actor.id, act, target, before, after, reason])
    await tx.run(sql`
      insert into platform.audit (n, at, actor_id, act, target, before, after, reason, hash)
      values (${n}, ${at}, ${actor.id}, ${act}, ${target}, ${JSON.stringify(before)}::jsonb, ${JSON.stringify(after)}::jsonb,
        ${reason}, ${hash})`)
  },
})
