import { empty, type Queryable, type Sql, sql } from '../../../platform/database.ts'
import type { Post } from './post.ts'

export const postColumns = sql`p.id, p.board_id as "boardId", p.kind, p.author_id as "authorId", p.state, p.listed, p.title,
  p.body, p.category_id as "categoryId", p.top_category_id as "topCategoryId", p.tags, p.attachments,
  p.shown_files as "shownFiles", p.status, p.pinned, p.locked, p.accepted_answer_id as "acceptedAnswerId", p.answers,
  p.human_answers as "humanAnswers", p.details, p.notes, p.archive_of as "archiveOf", p.version,
  p.created_at as "createdAt", p.published_at as "publishedAt", p.revised_at as "revisedAt",
  p.revised_by as "revisedBy", p.edited_at as "editedAt", p.opened_at as "openedAt",
  p.active_at as "activeAt", p.active_by as "activeBy", p.deleted_at as "deletedAt", p.deleted_by as "deletedBy"`

export const readPosts = (db: Queryable, ids: string[]) =>
  db.many<Post>(sql`select ${postColumns} from community.posts p where p.id = any(${ids})`)

export const readPost = (db: Queryable, id: string) =>
  db.one<Post>(sql`select ${postColumns} from community.posts p where p.id = ${id}`)

/** The post, held until the transaction ends: two changes of one post come after each other. */
export const holdPost = (db: Queryable, id: string) =>
  db.one<Post>(sql`select ${postColumns} from community.posts p where p.id = ${id} for no key update`)

export async function insertPost(db: Queryable, post: Post): Promise<void> {
  await db.run(sql`
    with post as (
      insert into community.posts (id, board_id, kind, author_id, state, listed, title, body, category_id, top_category_id,
        tags, attachments, shown_files, status, details, archive_of, created_at, published_at, revised_at,
        revised_by, opened_at, active_at, active_by)
      values (${post.id}, ${post.boardId}, ${post.kind}, ${post.authorId}, ${post.state}, ${post.listed}, ${post.title},
        ${post.body}, ${post.categoryId}, ${post.topCategoryId}, ${post.tags}, ${post.attachments}, ${post.shownFiles},
        ${post.status}, ${JSON.stringify(post.details)}::jsonb, ${post.archiveOf}, ${post.createdAt}, ${post.publishedAt},
        ${post.revisedAt}, ${post.revisedBy}, ${post.openedAt}, ${post.activeAt}, ${post.activeBy}))
    insert into community.post_tags (tag, post_id) select tag, ${post.id} from unnest(${post.tags}::text[]) tag`)
}

/** Writes what edits, moves and moderation may change; counters are changed by their own statements. */
export async function updatePost(db: Queryable, post: Post): Promise<void> {
  await db.run(sql`
    update community.posts set board_id = ${post.boardId}, kind = ${post.kind}, state = ${post.state},
      listed = ${post.listed}, title = ${post.title}, body = ${post.body}, category_id = ${post.categoryId},
      top_category_id = ${post.topCategoryId}, tags = ${post.tags}, attachments = ${post.attachments},
      shown_files = ${post.shownFiles}, status = ${post.status}, pinned = ${post.pinned}, locked = ${post.locked},
      accepted_answer_id = ${post.acceptedAnswerId}, details = ${JSON.stringify(post.details)}::jsonb,
      notes = ${JSON.stringify(post.notes)}::jsonb, version = ${post.version}, published_at = ${post.publishedAt},
      revised_at = ${post.revisedAt}, revised_by = ${post.revisedBy}, edited_at = ${post.editedAt}, opened_at = ${post.openedAt}, active_at = ${post.activeAt},
      active_by = ${post.activeBy}, deleted_at = ${post.deletedAt}, deleted_by = ${post.deletedBy}
    where id = ${post.id}`)
}

export async function replaceTags(db: Queryable, id: string, tags: string[]): Promise<void> {
  await db.run(sql`
    with gone as (delete from community.post_tags where post_id = ${id} and tag <> all(${tags}::text[]))
    insert into community.post_tags (tag, post_id) select tag, ${id} from unnest(${tags}::text[]) tag
    on conflict do nothing`)
}

/** An answer came (+1) or went (−1); in the transaction that holds the question. */
export async function countAnswers(
  db: Queryable,
  id: string,
  change: { answers: number; humanAnswers: number; active?: { at: Date; by: string | null } },
): Promise<void> {
  const active: Sql = change.active
    ? sql`, active_at = greatest(active_at, ${change.active.at}), active_by = ${change.active.by}`
    : empty
  await db.run(sql`
    update community.posts set answers = answers + ${change.answers},
      human_answers = human_answers + ${change.humanAnswers} ${active}
    where id = ${id}`)
}
