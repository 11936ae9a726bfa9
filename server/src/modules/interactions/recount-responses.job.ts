import { type Queryable, sql } from '../../platform/database.ts'
import { chunkStep, defineJob, type JobRun, skip } from '../../platform/jobs/job.ts'
import type { Platform } from '../../platform/platform.ts'

interface Drift {
  id: string
  likes: number
  dislikes: number
  comments: number
  bookmarks: number
}

const scanned = 2000

/** What the rows of these subjects say more (or less) than their counters; those that agree are absent. */
const driftOf = (db: Queryable, ids: string[]) =>
  db.many<Drift>(sql`
    with rows as (
      select s.id, r.likes - s.likes as likes, r.dislikes - s.dislikes as dislikes, c.n - s.comments as comments,
        b.n - s.bookmarks as bookmarks
      from platform.subjects s
        cross join lateral (
          select count(*) filter (where kind = 'like') as likes, count(*) filter (where kind = 'dislike') as dislikes
          from interactions.reactions where subject_id = s.id) r
        cross join lateral (
          select count(*) as n from interactions.comments where subject_id = s.id and deleted_at is null) c
        cross join lateral (
          select count(*) as n from interactions.bookmarks where subject_id = s.id and removed_at is null) b
      where s.id = any(${ids})
    )
    select * from rows where (likes, dislikes, comments, bookmarks) <> (0, 0, 0, 0) order by id`)

/** Counters follow their rows in one transaction each: what this finds and repairs is a fault, and expected to be nothing. */
export const recountResponses = ({ db, subjects }: Platform) =>
  defineJob({
    name: 'interactions.recount',
    title: { ko: '댓글, 반응, 북마크 다시 세기', en: 'Recount comments, reactions and bookmarks' },
    schedule: '20 4 * * *',
    steps: [
      chunkStep<unknown, string, string, string>({
        name: 'recount',
        async read(_run: JobRun, checkpoint, limit) {
          const page = await db.many<{ id: string }>(
            sql`select id from platform.subjects where id > ${checkpoint ?? ''} order by id limit ${scanned}`,
          )
          const found = await driftOf(
            db,
            page.map(({ id }) => id),
          )
          const items = found.slice(0, limit).map(({ id }) => id)
          const last = (found.length > limit ? items.at(-1) : page.at(-1)?.id) ?? checkpoint ?? ''
          return { items, checkpoint: last, done: page.length < scanned && found.length <= limit }
        },
        keyOf: (id) => id,
        async write(tx, ids, { logger }) {
          // whoever changes a row has its counter's lock until the commit: under all locks rows and counters must agree
          await tx.run(sql`select from platform.subjects where id = any(${ids}) order by id for update`)
          const drifts = new Map((await driftOf(tx, ids)).map((drift) => [drift.id, drift]))
          for (const { id, ...change } of drifts.values()) {
            await subjects.count(tx, id, change)
            logger.warn({ subject: id, ...change }, 'counters were wrong and have been repaired')
          }
          return ids.map((id) => (drifts.has(id) ? undefined : skip('right again')))
        },
      }),
    ],
  })
