import { sql } from '../../../platform/database.ts'
import { defineJob } from '../../../platform/jobs/job.ts'
import type { Platform } from '../../../platform/platform.ts'
import { type CommentRow, recordOf } from './comment-kind.ts'
import { restorableMs } from './restorable.ts'

const batch = 500

/**
 * A deleted comment's words are kept as long as it can come back. Its row stays while anything below it, deleted later,
 * could come back too.
 */
export const eraseDeletedComments = ({ clock, subjects }: Platform) =>
  defineJob({
    name: 'interactions.erase-deleted-comments',
    title: { ko: '지운 댓글의 내용 없애기', en: 'Erase the words of deleted comments' },
    schedule: '50 4 * * *',
    async run(tx) {
      const before = new Date(clock.now().getTime() - restorableMs)
      const erased = await tx.many<CommentRow>(sql`
        with old as (
          select c.*, c.shown or exists (
            select from interactions.comments d where d.path > c.path || '.' and d.path < c.path || '/') as stays
          from interactions.comments c where c.deleted_at < ${before}
        ), due as materialized (
          select * from old where body <> '' or not stays order by deleted_at limit ${batch}
        ), gone as (
          delete from interactions.comments c using due where c.id = due.id and not due.stays
        ), emptied as (
          update interactions.comments c set body = '', quote = null, quote_of = null from due
          where c.id = due.id and due.stays
        ), unsaid as (
          delete from interactions.comment_revisions r using due where r.comment_id = due.id and due.stays
        )
        select id, subject_id as "subjectId", author_id as "authorId", '' as body, version, created_at as "createdAt",
          updated_at as "updatedAt", deleted_at as "deletedAt"
        from due`)
      await subjects.write(
        tx,
        erased.map(({ id }) => id),
        erased.map(recordOf),
      )
      return { written: erased.length, more: erased.length === batch }
    },
  })
