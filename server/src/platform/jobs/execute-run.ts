import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Database, Tx } from '../database.ts'
import { pause } from '../event-log/bell.ts'
import { jobRunChanged } from './events.ts'
import type { Job, JobRun } from './job.ts'
import { countRun } from './metrics.ts'
import { jobFenced } from './problems.ts'
import { runStep, type StepContext } from './run-step.ts'
import {
  type Claim,
  endRun,
  failStep,
  holdFence,
  openSteps,
  type RunState,
  releaseLease,
  renewLease,
  startStep,
} from './run-store.ts'

export interface ExecuteOptions {
  db: Database
  clock: Clock
  logger: Logger
  leaseMs: number
  retryDelaysMs: readonly number[]
  chunkSize: number
  mostFailures: number
  /** This process ends: the run is left to others at the next chunk's border. */
  ending: AbortSignal
}

const progressEveryMs = 1000
const mostCrashes = 10

/**
 * Carries a claimed run through its steps. Answers the state it ended in, or undefined when it was left to
 * another process. Throws when the database cannot be reached: the lease runs out, and the run goes on elsewhere.
 */
export async function executeRun(o: ExecuteOptions, job: Job, claim: Claim): Promise<RunState | undefined> {
  const { db, clock, leaseMs } = o
  const logger = o.logger.child({ job: job.name, run: claim.id })
  const giveUp = new AbortController()
  const signal = AbortSignal.any([giveUp.signal, o.ending])
  const { id, parameters, scheduledFor, attempt } = claim
  const run: JobRun = { id, parameters, scheduledFor, attempt, signal, logger }
  let stopping = claim.state === 'STOPPING'
  let lost = false
  let current: number | undefined
  let toldAt = 0

  const tell = (tx: Tx, state: RunState) => tx.publish(jobRunChanged, id, { job: job.name, state })
  const fenced = <T>(work: (tx: Tx, state: RunState) => Promise<T>, advances = false): Promise<T> =>
    db.transact(async (tx) => work(tx, await holdFence(tx, claim, leaseMs, advances)))
  const context: StepContext = {
    run,
    now: () => clock.now(),
    chunk: (work) => fenced(work, true),
    progress(tx) {
      if (performance.now() - toldAt < progressEveryMs) return
      toldAt = performance.now()
      tell(tx, 'RUNNING')
    },
    retryDelaysMs: o.retryDelaysMs,
    chunkSize: o.chunkSize,
    mostFailures: o.mostFailures,
    wait: (ms) => pause(ms, signal),
  }
  const finish = (state: RunState, error: string | null = null): Promise<RunState> =>
    db.transact(async (tx) => {
      const now = clock.now()
      if (error !== null && current !== undefined) await failStep(tx, { runId: id, number: current, error, now })
      await endRun(tx, claim, { state, error, now })
      await countRun(tx, job.name, state)
      tell(tx, state)
      return state
    })

  async function carryOut(): Promise<RunState> {
    if (claim.crashes >= mostCrashes) return finish('FAILED', `its process ended ${claim.crashes} times at this chunk`)
    const rows = await fenced(async (tx) => {
      tell(tx, 'RUNNING')
      return openSteps(
        tx,
        id,
        job.steps.map(({ name }) => name),
      )
    })
    for (const [i, step] of job.steps.entries()) {
      const row = rows[i]
      if (!row || row.state === 'COMPLETED') continue
      if (stopping) return finish('STOPPED')
      signal.throwIfAborted()
      current = row.number
      const total = 'total' in step && step.total ? await step.total(run) : null
      await fenced((tx) => startStep(tx, { runId: id, number: row.number, total, now: clock.now() }))
      const end = await runStep(context, step, row)
      if (end === 'stopped') return finish('STOPPED')
      if (end === 'too-many-failed') return finish('FAILED', 'too many items failed')
    }
    return finish('COMPLETED')
  }

  async function endEarly(error: unknown): Promise<RunState | undefined> {
    if (lost || isFenced(error)) {
      logger.warn('another process has taken this run over')
      return undefined
    }
    if (stopping) return finish('STOPPED')
    if (o.ending.aborted) {
      await releaseLease(db, claim)
      return undefined
    }
    logger.error({ err: error }, 'a run failed')
    return finish('FAILED', (error instanceof Error ? error.message : String(error)).slice(0, 2000))
  }

  let renewing = false
  async function renew(): Promise<void> {
    if (renewing) return
    renewing = true
    try {
      if ((await renewLease(db, claim, leaseMs)) === 'STOPPING') stopping = true
    } catch (error) {
      lost ||= isFenced(error)
    }
    renewing = false
    if (stopping || lost) giveUp.abort()
  }
  const renewal = setInterval(() => void renew(), leaseMs / 3)

  try {
    return await carryOut().catch(endEarly)
  } finally {
    clearInterval(renewal)
  }
}

const isFenced = (error: unknown): boolean => error instanceof Problem && error.type === jobFenced
