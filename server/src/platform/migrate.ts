import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'

/** A folder of `NNN-name.sql` files, applied in order, each once and in its own transaction. */
export interface Migrations {
  name: string
  folder: URL
}

const lockKey = 7002

/**
 * Brings the database up to date; several processes may call it at once. A file that was applied must not change:
 * new steps are new files.
 */
export async function migrate(pool: pg.Pool, list: Migrations[]): Promise<string[]> {
  const client = await pool.connect()
  const applied: string[] = []
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query(`create schema if not exists platform`)
    await client.query(
      `create table if not exists platform.migrations (name text primary key, applied_at timestamptz not null default now())`,
    )
    const { rows } = await client.query<{ name: string }>('select name from platform.migrations')
    const known = new Set(rows.map((row) => row.name))
    for (const { name, folder } of list) {
      const path = fileURLToPath(folder)
      for (const file of (await readdir(path)).filter((f) => f.endsWith('.sql')).sort()) {
        const step = `${name}/${file}`
        if (known.has(step)) continue
        const text = await readFile(join(path, file), 'utf8')
        await client.query('begin')
        try {
          await client.query(text)
          await client.query('insert into platform.migrations(name) values ($1)', [step])
          await client.query('commit')
        } catch (error) {
          await client.query('rollback')
          throw new Error(`the migration ${step} failed: ${(error as Error).message}`, { cause: error })
        }
        applied.push(step)
      }
    }
    return applied
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockKey]).catch(() => {})
    client.release()
  }
}
