import { pino } from 'pino'
import { afterEach, beforeEach } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { createIds } from '../../kernel/id.ts'
import { createDatabase, createPool, type Database, sql } from '../database.ts'
import type { Job } from './job.ts'
import { createJobs, type Jobs, type JobsOptions } from './jobs.ts'

export interface JobNodes {
  readonly db: Database
  /** One process with one job; call `start` yourself. Patience and leases are short. */
  node(job: Job, options?: Partial<JobsOptions>): Jobs
}

/** For each test of a file a database with the table `copied`, and as many processes as it asks for. */
export function jobNodes(): JobNodes {
  let database: TestDatabase
  let db: Database
  let closing: (() => Promise<void>)[]
  beforeEach(async () => {
    database = await testDatabase()
    const pool = createPool(database.address, 3)
    db = createDatabase(pool)
    closing = [() => pool.end()]
    await db.run(sql`create table copied (n int primary key, at_attempt int)`)
  })
  afterEach(async () => {
    await Promise.all(closing.map((close) => close()))
    await database.drop()
  })
  return {
    get db() {
      return db
    },
    node(job, options = {}) {
      const pool = createPool(database.address, 5)
      const clock = options.clock ?? { now: () => new Date() }
      const logger = pino({ level: process.env['TEST_LOG'] ?? 'silent' })
      const jobs = createJobs({
        ...{ db: createDatabase(pool), pool, clock, ids: createIds(clock), logger, timezone: 'Asia/Seoul' },
        ...{ leaseMs: 600, pollMs: 50, tickMs: 20, retryDelaysMs: [1, 2, 4], chunkSize: 10 },
        ...options,
      })
      jobs.register(job)
      closing.push(async () => {
        await jobs.stop()
        await pool.end()
      })
      return jobs
    },
  }
}
