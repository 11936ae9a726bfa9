import { Type } from 'typebox'
import { sql } from '../../platform/database.ts'
import { defineJob } from '../../platform/jobs/job.ts'
import type { Platform } from '../../platform/platform.ts'
import { defineSetting } from '../../platform/settings/setting.ts'

const atOnce = 5_000

export const eventsKeptDays = defineSetting({
  key: 'ops.events-kept-days',
  name: { ko: '이벤트 기록 보관 기간(일)', en: 'Days that the event log is kept' },
  schema: Type.Integer({ minimum: 7, maximum: 3650 }),
  default: 90,
})
export const runsKeptDays = defineSetting({
  key: 'ops.runs-kept-days',
  name: { ko: '작업 실행 기록 보관 기간(일)', en: 'Days that the runs of jobs are kept' },
  schema: Type.Integer({ minimum: 7, maximum: 3650 }),
  default: 90,
})

export const idempotencyKeptDays = defineSetting({
  key: 'ops.idempotency-kept-days',
  name: { ko: '같은 요청을 알아보는 기간(일)', en: 'Days that a repeated request is recognised' },
  schema: Type.Integer({ minimum: 1, maximum: 90 }),
  default: 7,
})

/** Drops what every reader has read: partitions of the event log, runs that ended, answers kept for repetitions. */
export const pruneHistoryJob = ({ clock, db, events, jobs, settings }: Platform) =>
  defineJob({
    name: 'ops.prune-history',
    title: { ko: '오래된 이벤트, 작업 기록, 되풀이용 답 지우기', en: 'Drop old events, runs of jobs and kept answers' },
    schedule: '41 4 * * *',
    async perform() {
      const before = new Date(clock.now().getTime() - settings.get(idempotencyKeptDays) * 86_400_000)
      const answers = await db.run(sql`
        delete from platform.idempotency where ctid = any(array(
          select ctid from platform.idempotency where created_at < ${before} limit ${atOnce}))`)
      if (answers === atOnce) return { written: answers, more: true }
      const partitions = await events.prune(settings.get(eventsKeptDays))
      return { written: answers + partitions.length + (await jobs.prune(settings.get(runsKeptDays))) }
    },
  })
