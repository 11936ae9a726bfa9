import { type Database, sql } from '../database.ts'

const atOnce = 500

/** Deletes ended runs and ticks older than `keepDays`; the newest run of each job stays. Answers how many runs. */
export async function pruneRuns(db: Database, keepDays: number, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keepDays * 86_400_000)
  await db.run(sql`delete from jobs.tick where scheduled_for < ${before}
    and scheduled_for < (select max(scheduled_for) from jobs.tick t where t.job = jobs.tick.job)`)
  for (let all = 0; ; ) {
    const deleted = await db.run(sql`
      delete from jobs.run where id in (
        select id from jobs.run r where ended_at < ${before} and state not in ('READY', 'RUNNING', 'STOPPING')
          and exists (select from jobs.run n where n.job = r.job and n.created_at > r.created_at)
        order by ended_at limit ${atOnce})`)
    all += deleted
    if (deleted < atOnce) return all
  }
}
