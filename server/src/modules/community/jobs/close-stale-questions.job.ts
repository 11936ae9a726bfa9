import { sql } from '../../../platform/database.ts'
import { chunkStep, defineJob, skip } from '../../../platform/jobs/job.ts'
import type { Community } from '../community.ts'
import { questionEnded } from '../events.ts'
import { holdPost } from '../posts/post-store.ts'
import { writePost } from '../posts/write-post.ts'

const staleMs = 14 * 24 * 3600_000

/** A question that only the assistant answered, and nobody took up for two weeks, ends. A human meanwhile wins. */
export const closeStaleQuestions = ({ platform }: Community) => {
  const { db, clock } = platform
  const before = () => new Date(clock.now().getTime() - staleMs)
  return defineJob({
    name: 'community.close-stale-questions',
    title: { ko: '두 주 동안 조용한 질문 닫기', en: 'End questions that were quiet for two weeks' },
    schedule: '0 0 * * *',
    steps: [
      chunkStep<unknown, string, string, string>({
        name: 'end',
        async read(_run, checkpoint, limit) {
          const rows = await db.many<{ id: string }>(sql`
            select id from community.posts
            where kind = 'question' and status = 'UNSOLVED' and state = 'living' and answers = 1 and human_answers = 0
              and opened_at < ${before()} and id > ${checkpoint ?? ''}
            order by id limit ${limit}`)
          const items = rows.map(({ id }) => id)
          return { items, checkpoint: items.at(-1) ?? checkpoint ?? '', done: items.length < limit }
        },
        keyOf: (id) => id,
        async write(tx, ids) {
          const done = []
          for (const id of ids) {
            const post = await holdPost(tx, id)
            const isStale =
              post?.status === 'UNSOLVED' &&
              post.state === 'living' &&
              post.answers === 1 &&
              post.humanAnswers === 0 &&
              post.openedAt < before()
            if (isStale) {
              await writePost(platform, tx, post, { ...post, status: 'ENDED', listed: false })
              tx.publish(questionEnded, id, { boardId: post.boardId, authorId: post.authorId })
            }
            done.push(isStale ? undefined : skip('taken up meanwhile'))
          }
          return done
        },
      }),
    ],
  })
}
