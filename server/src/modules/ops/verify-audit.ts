import { auditHash } from '../../platform/audit.ts'
import { type Queryable, sql } from '../../platform/database.ts'

interface Row {
  n: number
  at: Date
  actorId: string
  act: string
  target: string
  before: unknown
  after: unknown
  reason: string | null
  hash: string
}

/** Recomputes the chain of the newest `most` audit rows. `brokenAt` is the first row that does not follow from the one before. */
export async function verifyAudit(db: Queryable, most: number): Promise<{ intact: boolean; brokenAt: number | null }> {
  const rows = await db.many<Row>(sql`
    select n, at, actor_id as "actorId", act, target, before, after, reason, hash
    from platform.audit order by n desc limit ${most + 1}`)
  rows.reverse()
  for (const [i, row] of rows.entries()) {
    const previous = i > 0 ? rows[i - 1] : undefined
    if (!previous && row.n !== 1) continue
    const { n, at, actorId, act, target, before, after, reason } = row
    const hash = auditHash(previous?.hash ?? '', [n, at.toISOString(), actorId, act, target, before, after, reason])
    if (hash !== row.hash || (previous && n !== previous.n + 1)) return { intact: false, brokenAt: n }
  }
  return { intact: true, brokenAt: null }
}
