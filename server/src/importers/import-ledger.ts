import { type Database, type Queryable, sql } from '../platform/database.ts'

/** What became of one path of a source. */
export interface Entry {
  path: string
  targetId: string
  /** Of what was written; null for one that has an id only. */
  hash: string | null
}

export const readEntries = async (db: Queryable, source: string): Promise<Map<string, Entry>> => {
  const rows = await db.many<Entry>(
    sql`select path, target_id as "targetId", hash from platform.imported where source = ${source}`,
  )
  return new Map(rows.map((row) => [row.path, row]))
}

/** Gives ids to paths that have none; answers every entry of the source. */
export async function reserve(db: Queryable, source: string, wanted: { path: string; targetId: string }[]) {
  await db.run(sql`
    insert into platform.imported (source, path, target_id)
    select ${source}, path, "targetId"
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as r(path text, "targetId" text)
    on conflict do nothing`)
  return readEntries(db, source)
}

/** In the transaction that writes the target: both stand, or neither. */
export async function keepEntry(db: Queryable, source: string, { path, targetId, hash }: Entry): Promise<void> {
  await db.run(sql`
    insert into platform.imported (source, path, target_id, hash, imported_at)
    values (${source}, ${path}, ${targetId}, ${hash}, now())
    on conflict (source, path) do update
      set target_id = excluded.target_id, hash = excluded.hash, imported_at = excluded.imported_at`)
}

const lockClass = 7301

/** Runs `work` unless another process imports this source right now; answers false then. */
export async function alone(db: Database, source: string, work: () => Promise<void>): Promise<boolean> {
  const client = await db.pool.connect()
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as mine', [
      lockClass,
      source,
    ])
    if (!rows[0]?.mine) return false
    await work()
    return true
  } finally {
    // a lost connection has let the lock go by itself
    const lost = await client.query('select pg_advisory_unlock($1, hashtext($2))', [lockClass, source]).then(
      () => undefined,
      (error: Error) => error,
    )
    client.release(lost)
  }
}
