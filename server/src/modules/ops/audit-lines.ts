import { empty, type Queryable, sql } from '../../platform/database.ts'

const batch = 1000

/**
 * The audit rows as JSON Lines (https://jsonlines.org), oldest first, with the hashes of the chain: whoever holds the
 * file can follow them without us.
 */
export async function* auditLines(db: Queryable, target?: string): AsyncGenerator<string> {
  for (let after = 0; ; ) {
    const rows = await db.many<{ n: number }>(sql`
      select n, at, actor_id as "actorId", act, target, before, after, reason, hash from platform.audit
      where n > ${after} ${target === undefined ? empty : sql`and target = ${target}`} order by n limit ${batch}`)
    if (rows.length) yield rows.map((row) => `${JSON.stringify(row)}\n`).join('')
    if (rows.length < batch) return
    after = rows.at(-1)?.n ?? after
  }
}
