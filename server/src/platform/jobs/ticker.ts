import { Cron } from 'croner'
import { type Database, sql } from '../database.ts'
import type { Job } from './job.ts'

const mostTicks = 100
const downtimeMs = 60_000

/** When a schedule is due next after a moment, in the instance's zone; null for never. */
export const nextTick = (schedule: string, timezone: string, after: Date): Date | null =>
  new Cron(schedule, { timezone, paused: true }).nextRun(after)

/** Ticks after one moment up to another, oldest first: all of them, but only the newest after a downtime. */
export function ticksBetween(schedule: string, timezone: string, after: Date, upTo: Date): Date[] {
  const cron = new Cron(schedule, { timezone, paused: true })
  if (upTo.getTime() - after.getTime() > downtimeMs) {
    const [newest] = cron.previousRuns(1, new Date(upTo.getTime() + 1))
    return newest && newest > after ? [newest] : []
  }
  const ticks: Date[] = []
  for (let tick = cron.nextRun(after); tick && tick <= upTo && ticks.length < mostTicks; tick = cron.nextRun(tick))
    ticks.push(tick)
  return ticks
}

/** The newest tick that any process saw to, or when the schedule was first seen: from there on it is seen to. */
export async function seenUpTo(db: Database, job: string, now: Date): Promise<Date> {
  await db.run(sql`insert into jobs.schedule (job, seen_at) values (${job}, ${now}) on conflict do nothing`)
  const row = await db.one<{ at: Date }>(sql`
    select greatest(s.seen_at, max(t.scheduled_for)) at from jobs.schedule s left join jobs.tick t using (job)
    where s.job = ${job} group by s.seen_at`)
  return row?.at ?? now
}

/**
 * Makes the run of a tick, in one of all processes. True when this one made it; a tick while the job still runs is noted
 * and skipped.
 */
export const makeTick = (db: Database, job: Job, scheduledFor: Date, id: string, now: Date): Promise<boolean> =>
  db.transact(async (tx) => {
    const first = await tx.run(sql`
      insert into jobs.tick (job, scheduled_for) values (${job.name}, ${scheduledFor}) on conflict do nothing`)
    if (!first) return false
    const made = await tx.run(sql`
      insert into jobs.run (id, job, parameters, parameters_key, scheduled_for, state, requested_by, created_at)
      values (${id}, ${job.name}, '{}', '{}', ${scheduledFor}, 'READY', 'schedule', ${now}) on conflict do nothing`)
    if (made)
      await tx.run(sql`
        update jobs.tick set run_id = ${id} where job = ${job.name} and scheduled_for = ${scheduledFor}`)
    return made === 1
  })
