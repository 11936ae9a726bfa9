import type pg from 'pg'
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { Clock } from '../../kernel/clock.ts'
import type { Ids } from '../../kernel/id.ts'
import type { Page } from '../../kernel/page.ts'
import type { Database } from '../database.ts'
import {
  type ItemSummary,
  type JobSummary,
  lastRuns,
  listItems,
  listRuns,
  type RunDetails,
  type RunSummary,
  readRun,
} from './console.ts'
import type { Job } from './job.ts'
import { measureJobs } from './metrics.ts'
import { abandonRun, createRun, restartRun, stopRun } from './operate.ts'
import { defaultRetryDelaysMs } from './passing-fault.ts'
import { pruneRuns } from './prune-runs.ts'
import type { RunState } from './run-store.ts'
import { nextTick } from './ticker.ts'
import { startWorker, type Worker } from './worker.ts'

/** Long and scheduled work: once over all processes, in chunks that survive kill −9 unaided (docs/adr/0102). */
export interface Jobs {
  register(job: Job): void
  /** Makes this process take runs and see to schedules. */
  start(): Promise<void>
  /** Leaves its runs to others at the next chunk's border. */
  stop(): Promise<void>
  /** Looks for ready runs at once instead of within five seconds. */
  wake(): void
  /**
   * Asks for a run. Refuses `not-found`, `invalid` (parameters), `ops-job-running` (the same job with the same
   * parameters).
   */
  run(name: string, parameters: unknown, by: string): Promise<RunDetails>
  list(): Promise<JobSummary[]>
  /** Newest first. */
  runs(query: { job?: string; state?: RunState; after?: string; limit?: number }): Promise<Page<RunSummary>>
  /** Refuses `not-found`. */
  inspect(id: string): Promise<RunDetails>
  /** Failed and skipped items of a run. */
  items(id: string, query: { after?: string; limit?: number }): Promise<Page<ItemSummary>>
  /** At the next chunk. A run that has ended stays as it is. Refuses `not-found`. */
  stopRun(id: string): Promise<RunDetails>
  /** A stopped or failed run goes on at its checkpoint. Refuses `not-found`, `ops-job-running`, `ops-job-not-restartable`. */
  restartRun(id: string): Promise<RunDetails>
  /** A stopped or failed run is given up for good. Refuses `not-found`, `ops-job-running`, `ops-job-not-restartable`. */
  abandonRun(id: string): Promise<RunDetails>
  /** Forgets runs that ended more than `keepDays` ago, but not the newest of a job; answers how many. */
  prune(keepDays: number): Promise<number>
}

export interface JobsOptions {
  db: Database
  pool: pg.Pool
  clock: Clock
  ids: Ids
  logger: Logger
  /** IANA name: schedules are in it. */
  timezone: string
  metrics?: Registry
  leaseMs?: number
  /** How often an idle process looks for runs, and for ticks. */
  pollMs?: number
  tickMs?: number
  /** Runs at once in this process. */
  mostAtOnce?: number
  retryDelaysMs?: readonly number[]
  chunkSize?: number
  mostFailures?: number
}

export function createJobs(options: JobsOptions): Jobs {
  const { db, clock, ids, timezone } = options
  const jobs = new Map<string, Job>()
  if (options.metrics) measureJobs(options.metrics, db)
  let worker: Worker | undefined
  const inspect = async (id: string): Promise<RunDetails> => readRun(db, id, clock.now())
  const store = { db, clock, ids }

  return {
    register(job) {
      if (jobs.has(job.name)) throw new Error(`the job ${job.name} exists twice`)
      if (job.schedule) nextTick(job.schedule, timezone, clock.now())
      jobs.set(job.name, job)
    },
    async start() {
      worker ??= startWorker({
        ...options,
        jobs,
        leaseMs: options.leaseMs ?? 15_000,
        pollMs: options.pollMs ?? 5_000,
        tickMs: options.tickMs ?? 1_000,
        mostAtOnce: options.mostAtOnce ?? 2,
        retryDelaysMs: options.retryDelaysMs ?? defaultRetryDelaysMs,
        chunkSize: options.chunkSize ?? 50,
        mostFailures: options.mostFailures ?? 100,
      })
    },
    async stop() {
      await worker?.stop()
      worker = undefined
    },
    wake: () => worker?.wake(),
    async run(name, parameters, by) {
      const id = await createRun(store, jobs.get(name), parameters, by)
      worker?.wake()
      return inspect(id)
    },
    async list() {
      const last = await lastRuns(db, [...jobs.keys()], clock.now())
      return [...jobs.values()]
        .map(
          ({ name, title, schedule, parameters }): JobSummary => ({
            name,
            title,
            schedule: schedule ?? null,
            nextAt: schedule ? nextTick(schedule, timezone, clock.now()) : null,
            parameters: parameters ?? null,
            lastRun: last.get(name)?.run ?? null,
            skippedTicks: last.get(name)?.skippedTicks ?? 0,
          }),
        )
        .sort((a, b) => (a.name < b.name ? -1 : 1))
    },
    runs: (query) => listRuns(db, query),
    inspect,
    async items(id, query) {
      await inspect(id)
      return listItems(db, id, query)
    },
    async stopRun(id) {
      await stopRun(store, id)
      return inspect(id)
    },
    async restartRun(id) {
      await restartRun(store, id)
      worker?.wake()
      return inspect(id)
    },
    async abandonRun(id) {
      await abandonRun(store, id)
      return inspect(id)
    },
    prune: (keepDays) => pruneRuns(db, keepDays, clock.now()),
  }
}
