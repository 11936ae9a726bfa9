import { randomBytes } from 'node:crypto'
import { sql } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { setupToken } from './setup-key.ts'

const validMs = 24 * 3_600_000

/** The link that makes the first administrator, good for 24 hours; undefined once there is one. */
export async function setupLink({ config, clock, db }: Platform): Promise<string | undefined> {
  const now = clock.now()
  const expiresAt = new Date(now.getTime() + validMs)
  const row = await db.transact(async (tx) => {
    await tx.run(sql`
      insert into identity.setup as s (nonce, expires_at) values (${randomBytes(32)}, ${expiresAt})
      on conflict (one) do update set nonce = excluded.nonce, expires_at = excluded.expires_at
      where s.done_at is null and s.expires_at <= ${now}`)
    return tx.one<{ nonce: Buffer; doneAt: Date | null }>(sql`select nonce, done_at as "doneAt" from identity.setup`)
  })
  if (!row || row.doneAt) return undefined
  return `${config.publicUrl}/setup?token=${setupToken(config, row.nonce)}`
}
