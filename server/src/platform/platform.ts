import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { Config } from '../config/config.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Ids } from '../kernel/id.ts'
import type { BlobStore } from '../ports/blob-store.ts'
import type { Mailer } from '../ports/mailer.ts'
import type { Audit } from './audit.ts'
import type { Database } from './database.ts'
import type { EventLog } from './event-log/contract.ts'
import type { Guards } from './guards.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Mail } from './mail/mail.ts'
import type { RateLimits } from './rate-limits.ts'
import type { Settings } from './settings/settings.ts'
import type { Subjects } from './subjects/subjects.ts'
import type { TaggedCache } from './tagged-cache.ts'

/** What modules stand on. Time and ids come from here and from nowhere else. */
export interface Platform {
  readonly config: Config
  readonly clock: Clock
  readonly ids: Ids
  readonly db: Database
  readonly events: EventLog
  readonly jobs: Jobs
  readonly subjects: Subjects
  readonly settings: Settings
  readonly audit: Audit
  readonly limits: RateLimits
  readonly cache: TaggedCache
  readonly guards: Guards
  readonly blobs: BlobStore
  readonly mailer: Mailer
  readonly mail: Mail
  readonly logger: Logger
  readonly metrics: Registry
}
