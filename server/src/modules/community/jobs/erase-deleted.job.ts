import { sql, type Tx } from '../../../platform/database.ts'
import { chunkStep, defineJob } from '../../../platform/jobs/job.ts'
import type { Community } from '../community.ts'

const keptMs = 30 * 24 * 3600_000

async function erase(tx: Tx, ids: string[]): Promise<string[]> {
  const posts = await tx.many<{ id: string }>(sql`
    update community.posts set state = 'erased', title = '', body = '', tags = '{}', attachments = '{}',
      shown_files = '{}', details = '{}', notes = '[]', category_id = null, top_category_id = null
    where id = any(${ids}) and state = 'deleted' returning id`)
  const postIds = posts.map(({ id }) => id)
  const answers = await tx.many<{ id: string }>(sql`
    update community.answers set state = 'erased', body = '', shown_files = '{}'
    where (id = any(${ids}) and state = 'deleted') or (question_id = any(${postIds}) and state <> 'erased')
    returning id`)
  const gone = [...postIds, ...answers.map(({ id }) => id)]
  await tx.run(sql`delete from community.revisions where subject_id = any(${gone})`)
  await tx.run(sql`delete from community.post_tags where post_id = any(${gone})`)
  return gone
}

/** What was deleted 30 days ago loses its text for good; its id stays taken. */
export const eraseDeleted = ({ platform }: Community) =>
  defineJob({
    name: 'community.erase-deleted',
    title: { ko: '지운 지 30일 된 글 없애기', en: 'Erase what was deleted 30 days ago' },
    schedule: '40 4 * * *',
    steps: [
      chunkStep<unknown, string, string, string>({
        name: 'erase',
        async read(_run, checkpoint, limit) {
          const before = new Date(platform.clock.now().getTime() - keptMs)
          const rows = await platform.db.many<{ id: string }>(sql`
            select id from (
              select id from community.posts where state = 'deleted' and deleted_at < ${before}
              union all
              select id from community.answers where state = 'deleted' and deleted_at < ${before}) gone
            where id > ${checkpoint ?? ''} order by id limit ${limit}`)
          const items = rows.map(({ id }) => id)
          return { items, checkpoint: items.at(-1) ?? checkpoint ?? '', done: items.length < limit }
        },
        keyOf: (id) => id,
        async write(tx, ids) {
          await platform.subjects.write(tx, await erase(tx, ids))
          return undefined
        },
      }),
    ],
  })
