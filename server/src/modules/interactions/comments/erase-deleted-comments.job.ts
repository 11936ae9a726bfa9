import { sql } from '../../../platform/database.ts'
import { defineJob } from '../../../platform/jobs/job.ts'
import type { Platform } from '../../../platform/platform.ts'

const keptForMs = 30 * 24 * 3600_000
const batch = 500

/** A deleted comment's words are kept for 30 days, so that a moderator's decision can be overturned. */
export const eraseDeletedComments = ({ clock }: Platform) =>
  defineJob({
    name: 'interactions.erase-deleted-comments',
    title: { ko: '지운 댓글의 내용 없애기', en: 'Erase the words of deleted comments' },
    schedule: '50 4 * * *',
    async run(tx) {
      const before = new Date(clock.now().getTime() - keptForMs)
      const row = await tx.one<{ erased: number }>(sql`
        with due as materialized (
          select id, shown from interactions.comments
          where deleted_at < ${before} and (body <> '' or not shown) order by deleted_at limit ${batch}
        ), gone as (
          delete from interactions.comments c using due where c.id = due.id and not due.shown
        ), emptied as (
          update interactions.comments c set body = '', quote = null, quote_of = null from due
          where c.id = due.id and due.shown
        ), unsaid as (
          delete from interactions.comment_revisions r using due where r.comment_id = due.id and due.shown
        )
        select count(*) as erased from due`)
      const erased = row?.erased ?? 0
      return { written: erased, more: erased === batch }
    },
  })
