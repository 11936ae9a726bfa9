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

/** With who deleted it, for one that may be brought back. */
export const findDeleted = (db: Queryable, id: string) =>
  db.one<Comment & { deletedBy: string | null }>(sql`
    select ${commentColumns}, c.deleted_by as "deletedBy" from interactions.comments c where c.id = ${id}`)

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
export async function markDeleted(tx: Tx, comment: Comment, by: string, now: Date): Promise<boolean> {
  const gone = await tx.one<{ replies: number }>(sql`
    update interactions.comments set deleted_at = ${now}, deleted_by = ${by}, shown = replies > 0, version = version + 1
    where id = ${comment.id} and deleted_at is null returning replies`)
  if (gone?.replies === 0) await countAbove(tx, comment, -1)
  return gone !== undefined
}

/** Under the thread's lock: it stands where it stood, and the tombstones that went with it are there again. */
export async function markRestored(tx: Tx, comment: Comment): Promise<boolean> {
  const back = await tx.one<{ replies: number }>(sql`
    update interactions.comments set deleted_at = null, deleted_by = null, shown = true, version = version + 1
    where id = ${comment.id} and deleted_at is not null returning replies`)
  if (back?.replies === 0) await countAbove(tx, comment, 1)
  return back !== undefined
}

/** One came into sight (1) or went (-1), and with it every tombstone above that it alone holds up. */
async function countAbove(tx: Tx, comment: Comment, by: 1 | -1): Promise<void> {
  const above = ancestorsOf(comment)
  if (!above.length) return
  const parents = await tx.many<{ id: string; replies: number; deleted: boolean }>(sql`
    select id, replies, deleted_at is not null as deleted from interactions.comments
    where id = any(${above}) order by depth desc`)
  const changes = new Map<string, number>()
  let change: number = by
  for (const { id, replies, deleted } of parents) {
    changes.set(id, change)
    if (deleted && Math.min(replies, replies + change) === 0) change += by
  }
  await tx.run(sql`
    update interactions.comments c set replies = c.replies + w.change,
      shown = c.deleted_at is null or c.replies + w.change > 0
    from unnest(${[...changes.keys()]}::text[], ${[...changes.values()]}::int[]) w(id, change) where c.id = w.id`)
}
