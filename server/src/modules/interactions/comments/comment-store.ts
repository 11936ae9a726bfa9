import type { Clock } from '../../../kernel/clock.ts'
import { type Queryable, raw, sql, type Tx } from '../../../platform/database.ts'

export interface Comment {
  id: string
  subjectId: string
  rootId: string
  parentId: string | null
  answersId: string | null
  path: string
  depth: number
  authorId: string | null
  body: string
  quoteOf: string | null
  quote: string | null
  replies: number
  version: number
  createdAt: Date
  updatedAt: Date
  deletedAt: Date | null
}

export const commentColumns = raw(`c.id, c.subject_id as "subjectId", c.root_id as "rootId", c.parent_id as "parentId",
  c.answers_id as "answersId", c.path, c.depth, c.author_id as "authorId", c.body, c.quote_of as "quoteOf", c.quote,
  c.replies, c.version, c.created_at as "createdAt", c.updated_at as "updatedAt", c.deleted_at as "deletedAt"`)

/** Deleted ones too. */
export const findComment = (db: Queryable, id: string) =>
  db.one<Comment>(sql`select ${commentColumns} from interactions.comments c where c.id = ${id}`)

/**
 * Whoever adds to a thread or takes away from it holds its root first: what hangs on what stands still, and nobody waits
 * in a circle. Read what you need in a statement after this one.
 */
export const lockThread = (tx: Tx, rootId: string) =>
  tx.run(sql`select from interactions.comments where id = ${rootId} for no key update`)

/** The ids above a comment, from the root down. */
export const ancestorsOf = ({ path }: Pick<Comment, 'path'>) => path.split('.').slice(0, -1)

/** False when the comment that it answers has been deleted meanwhile. A reply needs the thread's lock. */
export async function insertComment(tx: Tx, comment: Comment): Promise<boolean> {
  const { answersId } = comment
  const values = sql`${comment.id}, ${comment.subjectId}, ${comment.rootId}, ${comment.parentId}, ${answersId},
    ${comment.path}, ${comment.depth}, ${comment.authorId}, ${comment.body}, ${comment.quoteOf}, ${comment.quote},
    ${comment.createdAt}, ${comment.updatedAt}`
  const whileLiving = sql`
    select ${values} where exists (select from interactions.comments where id = ${answersId} and deleted_at is null)`
  const row = sql`
    insert into interactions.comments (id, subject_id, root_id, parent_id, answers_id, path, depth, author_id, body,
      quote_of, quote, created_at, updated_at) ${answersId ? whileLiving : sql`values (${values})`}`
  const above = ancestorsOf(comment)
  if (!above.length) return (await tx.run(row)) === 1
  const added = await tx.one<{ id: string }>(sql`
    with added as (${row} returning id), counted as (
      update interactions.comments set replies = replies + 1 where id = any(${above}) and exists (select from added))
    select id from added`)
  return added !== undefined
}

/** Keeps the old body as a revision; undefined when the comment is gone or has another version. */
export const updateBody = (tx: Tx, id: string, version: number, body: string, clock: Clock) =>
  tx.one<{ version: number }>(sql`
    with old as (
      select id, version, body, updated_at from interactions.comments
      where id = ${id} and version = ${version} and deleted_at is null for no key update
    ), kept as (
      insert into interactions.comment_revisions (comment_id, version, body, written_at)
      select id, version, body, updated_at from old
    )
    update interactions.comments c set body = ${body}, version = c.version + 1, updated_at = ${clock.now()}
    from old where c.id = old.id returning c.version`)

/** Under the thread's lock: a leaf goes, with the tombstones that it alone held up; others become tombstones. */
export async function markDeleted(tx: Tx, comment: Comment, now: Date): Promise<boolean> {
  const gone = await tx.one<{ replies: number }>(sql`
    update interactions.comments set deleted_at = ${now}, shown = replies > 0, version = version + 1
    where id = ${comment.id} and deleted_at is null returning replies`)
  if (!gone) return false
  const above = ancestorsOf(comment)
  if (gone.replies > 0 || !above.length) return true
  const parents = await tx.many<{ id: string; replies: number; deleted: boolean }>(sql`
    select id, replies, deleted_at is not null as deleted from interactions.comments
    where id = any(${above}) order by depth desc`)
  const less = new Map<string, number>()
  let hidden = 1
  for (const { id, replies, deleted } of parents) {
    less.set(id, hidden)
    if (deleted && replies === hidden) hidden++
  }
  await tx.run(sql`
    update interactions.comments c set replies = c.replies - w.less, shown = c.deleted_at is null or c.replies > w.less
    from unnest(${[...less.keys()]}::text[], ${[...less.values()]}::int[]) w(id, less) where c.id = w.id`)
  return true
}
