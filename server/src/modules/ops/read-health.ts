import { readFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { sql } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { verifyAudit } from './verify-audit.ts'

const { version } = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8')) as {
  version: string
}
const lateAfterS = 30
const startedAt = new Date()

/** What the console's first page shows: one look at everything that can be in a bad way. */
export async function readHealth({ db, events, cache, config }: Platform) {
  const [database, head, deadLetters, lags, disk, audit] = await Promise.all([
    db.one<{ version: string; sizeBytes: number; connections: number }>(sql`
      select current_setting('server_version') as version, pg_database_size(current_database()) as "sizeBytes",
        (select count(*) from pg_stat_activity where datname = current_database()) as connections`),
    events.head(),
    events.deadLetters.count(),
    events.lag(),
    statfs(config.dataDir),
    verifyAudit(db, 1000),
  ])
  const degraded = deadLetters > 0 || lags.some(({ seconds }) => seconds > lateAfterS) || !audit.intact
  return {
    status: degraded ? ('degraded' as const) : ('ok' as const),
    version,
    node: process.version,
    startedAt,
    database: database ?? { version: '', sizeBytes: 0, connections: 0 },
    storage: { freeBytes: disk.bavail * disk.bsize, totalBytes: disk.blocks * disk.bsize },
    events: { head, deadLetters, lags },
    cache: { hits: cache.hits, misses: cache.misses },
    memoryBytes: process.memoryUsage().rss,
    auditIntact: audit.intact,
    warnings: [...config.warnings],
  }
}
