import { Counter, type Registry } from 'prom-client'
import { type Queryable, sql } from '../database.ts'

/** `madang_job_runs_total`, by job and by the state that its runs ended in: the instance's, whichever process is asked. */
export function measureJobs(registry: Registry, db: Queryable): void {
  new Counter({
    name: 'madang_job_runs_total',
    help: 'Runs of jobs that ended, over all processes',
    labelNames: ['job', 'state'],
    // every process tells the same
    aggregator: 'max',
    registers: [registry],
    async collect() {
      const rows = await db.many<{ job: string; state: string; runs: number }>(
        sql`select job, state, runs from jobs.tally`,
      )
      this.reset()
      for (const { job, state, runs } of rows) this.inc({ job, state }, runs)
    },
  })
}

export async function countRun(tx: Queryable, job: string, state: string): Promise<void> {
  await tx.run(sql`
    insert into jobs.tally (job, state, runs) values (${job}, ${state}, 1)
    on conflict (job, state) do update set runs = jobs.tally.runs + 1`)
}
