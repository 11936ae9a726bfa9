import { sql } from '../../platform/database.ts'
import { defineJob } from '../../platform/jobs/job.ts'
import type { Platform } from '../../platform/platform.ts'

const keptMs = 30 * 86_400_000
const atOnce = 1000

/** Letters are personal: their envelopes are kept for a month. */
export const forgetMailsJob = ({ clock }: Platform) =>
  defineJob({
    name: 'ops.forget-mails',
    title: { ko: '오래된 편지 지우기', en: 'Forget old letters' },
    schedule: '23 4 * * *',
    async run(tx) {
      const before = new Date(clock.now().getTime() - keptMs)
      const written = await tx.run(sql`
        delete from platform.mails where id in (
          select id from platform.mails where created_at < ${before} order by created_at limit ${atOnce})`)
      return { written, more: written === atOnce }
    },
  })
