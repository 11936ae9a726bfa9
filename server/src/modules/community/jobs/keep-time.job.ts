import { sql } from '../../../platform/database.ts'
import { chunkStep, defineJob, skip } from '../../../platform/jobs/job.ts'
import type { Community } from '../community.ts'
import { postPublished } from '../events.ts'
import { tellChanged } from '../posts/change-post.ts'
import { isListed, type Post } from '../posts/post.ts'
import { holdPost } from '../posts/post-store.ts'
import { publishedFacts } from '../posts/publish-post.ts'
import { writePost } from '../posts/write-post.ts'

const isPast = (time: string | undefined, now: Date) => time !== undefined && new Date(time) <= now

/** The post as the clock wants it: a notice begins or ends, a recruitment's deadline passes. */
function atTime(post: Post, now: Date): Post {
  const { notice, recruitment } = post.details
  if (post.state === 'scheduled' && isPast(notice?.showFrom, now))
    return { ...post, state: 'living', publishedAt: now, activeAt: now, listed: isListed(post, now) }
  if (post.kind === 'notice') return { ...post, listed: isListed(post, now) }
  if (post.status === 'OPEN' && isPast(recruitment?.deadline, now)) return { ...post, status: 'CLOSED' }
  return post
}

/** What the clock does to posts, each minute. */
export const keepTime = ({ platform }: Community) => {
  const { db, clock } = platform
  return defineJob({
    name: 'community.keep-time',
    title: { ko: '공지 기간과 모집 마감 지키기', en: 'Begin and end notices, close recruitments' },
    schedule: '* * * * *',
    steps: [
      chunkStep<unknown, string, string, string>({
        name: 'keep',
        async read(_run, checkpoint, limit) {
          const now = clock.now().toISOString()
          const rows = await db.many<{ id: string }>(sql`
            select id from community.posts
            where kind in ('notice', 'recruitment') and state in ('living', 'scheduled') and listed and id > ${checkpoint ?? ''}
              and ((state = 'scheduled' and details #>> '{notice,showFrom}' is not null
                  and (details #>> '{notice,showFrom}')::timestamptz <= ${now}::timestamptz)
                or (details #>> '{notice,showUntil}' is not null
                  and (details #>> '{notice,showUntil}')::timestamptz <= ${now}::timestamptz)
                or (status = 'OPEN' and details #>> '{recruitment,deadline}' is not null
                  and (details #>> '{recruitment,deadline}')::timestamptz <= ${now}::timestamptz))
            order by id limit ${limit}`)
          const items = rows.map(({ id }) => id)
          return { items, checkpoint: items.at(-1) ?? checkpoint ?? '', done: items.length < limit }
        },
        keyOf: (id) => id,
        async write(tx, ids) {
          const now = clock.now()
          const done = []
          for (const id of ids) {
            const post = await holdPost(tx, id)
            const next = post && atTime(post, now)
            const isDue =
              post && next && (post.state !== next.state || post.listed !== next.listed || post.status !== next.status)
            if (isDue) {
              await writePost(platform, tx, post, next)
              if (post.state === 'scheduled') tx.publish(postPublished, id, publishedFacts(next))
              else tellChanged(tx, next, 'status')
            }
            done.push(isDue ? undefined : skip('changed meanwhile'))
          }
          return done
        },
      }),
    ],
  })
}
