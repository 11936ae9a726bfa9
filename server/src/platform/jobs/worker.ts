import type { Clock } from '../../kernel/clock.ts'
import type { Ids } from '../../kernel/id.ts'
import { createBell, pause } from '../event-log/bell.ts'
import { type ExecuteOptions, executeRun } from './execute-run.ts'
import type { Job } from './job.ts'
import { claimRun } from './run-store.ts'
import { makeTick, seenUpTo, ticksBetween } from './ticker.ts'

export interface WorkerOptions extends Omit<ExecuteOptions, 'ending'> {
  clock: Clock
  ids: Ids
  timezone: string
  jobs: ReadonlyMap<string, Job>
  pollMs: number
  tickMs: number
  mostAtOnce: number
}

export interface Worker {
  wake(): void
  stop(): Promise<void>
}

/** Takes runs and sees to schedules until stopped. */
export function startWorker(o: WorkerOptions): Worker {
  const { db, clock, ids, logger, jobs } = o
  const owner = ids.next('own')
  const bell = createBell()
  const ending = new AbortController()
  const going = new Set<Promise<void>>()

  async function carryOut(job: Job, claim: Parameters<typeof executeRun>[2]): Promise<void> {
    try {
      await executeRun({ ...o, ending: ending.signal }, job, claim)
    } catch (error) {
      logger.warn({ err: error, job: job.name, run: claim.id }, 'a run was left to whoever takes it next')
    }
  }

  const notClaimed = (error: unknown) => void logger.warn({ err: error }, 'runs could not be looked for')

  async function takeRuns(): Promise<void> {
    while (!ending.signal.aborted) {
      const free = going.size < o.mostAtOnce
      const claim = free
        ? await claimRun(db, { owner, jobs: [...jobs.keys()], leaseMs: o.leaseMs, now: clock.now() }).catch(notClaimed)
        : undefined
      const job = claim && jobs.get(claim.job)
      if (claim && job) {
        const run = carryOut(job, claim).finally(() => {
          going.delete(run)
          bell.ring()
        })
        going.add(run)
      } else await bell.wait(o.pollMs, ending.signal)
    }
  }

  async function seeToSchedules(): Promise<void> {
    const seen = new Map<string, Date>()
    while (!ending.signal.aborted) {
      const now = clock.now()
      for (const job of jobs.values())
        if (job.schedule)
          try {
            const after = seen.get(job.name) ?? (await seenUpTo(db, job.name, now))
            for (const tick of ticksBetween(job.schedule, o.timezone, after, now))
              if (await makeTick(db, job, tick, ids.next('run'), now)) bell.ring()
            seen.set(job.name, now)
          } catch (error) {
            logger.warn({ err: error, job: job.name }, 'a schedule could not be seen to')
          }
      await pause(o.tickMs, ending.signal)
    }
  }

  const loops = [takeRuns(), seeToSchedules()]
  return {
    wake: bell.ring,
    async stop() {
      ending.abort()
      await Promise.all(loops)
      await Promise.all(going)
    },
  }
}
