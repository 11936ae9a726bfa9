import { type CursorPart, decodeCursor } from '../../../kernel/page.ts'
import { cursorInvalid } from '../../../kernel/problems.ts'
import { empty, join, raw, type Sql, sql } from '../../../platform/database.ts'
import type { SubjectCounts } from '../../../platform/subjects/subject-hook.ts'
import type { Sort } from '../boards/board.ts'
import type { Post, PostStatus } from './post.ts'
import type { HeadingRow } from './view-post.ts'

export type ListRow = HeadingRow &
  SubjectCounts &
  Pick<Post, 'activeBy'> & { excerpt: string; sortKey: CursorPart | Date }

/** Every one that is there narrows. */
export interface ListConditions {
  boardIds: string[]
  sort: Sort
  limit: number
  status?: PostStatus | undefined
  tag?: string | undefined
  authorId?: string | undefined
  category?: { id: string; isTop: boolean } | undefined
}

/** A place in a list: among the pinned or behind them, the sort's value, the id. */
export interface Place {
  isPinned: boolean
  key: CursorPart
  id: string
}

const columns = sql`p.id, p.board_id as "boardId", p.kind, p.author_id as "authorId", p.title, p.category_id as "categoryId",
  p.tags, p.status, p.pinned, p.locked, p.accepted_answer_id as "acceptedAnswerId", p.answers,
  p.created_at as "createdAt", p.edited_at as "editedAt", p.active_at as "activeAt", p.active_by as "activeBy",
  s.excerpt, s.likes, s.dislikes, s.comments, s.bookmarks, s.views`

/** What a sort walks before the id, on the table that has its index; `latest` is the id alone, for ids are time-ordered. */
const walks: Record<Sort, { key?: Sql; type?: Sql; byPlatform?: true }> = {
  latest: {},
  unanswered: {},
  active: { key: sql`p.active_at`, type: sql`timestamptz` },
  answers: { key: sql`p.answers`, type: sql`integer` },
  likes: { key: sql`s.likes`, type: sql`integer`, byPlatform: true },
  views: { key: sql`s.views`, type: sql`integer`, byPlatform: true },
}

function conditionsOf({ sort, status, tag, authorId, category }: ListConditions): Sql[] {
  const isListed = status !== 'ENDED'
  const byPlatform = walks[sort].byPlatform ? [sql`s.kind = 'post' and s.state = 'living'`] : []
  return [
    sql`p.state = 'living'`,
    ...byPlatform,
    ...(isListed ? [sql`p.listed`] : []),
    ...(isListed && byPlatform.length ? [sql`s.listed`] : []),
    ...(sort === 'unanswered' ? [sql`p.human_answers = 0`] : []),
    ...(status ? [sql`p.status = ${status}`] : []),
    ...(authorId === undefined ? [] : [sql`p.author_id = ${authorId}`]),
    ...(tag === undefined ? [] : [sql`t.tag = ${tag}`]),
    ...(category
      ? [category.isTop ? sql`p.top_category_id = ${category.id}` : sql`p.category_id = ${category.id}`]
      : []),
  ]
}

// Written into the text: for a limit that it does not know PostgreSQL plans to read a tenth of the table.
const limits = [11, 13, 17, 21, 51, 101].map((limit) => ({ limit, text: raw(String(limit)) }))
const limitOf = (wanted: number): Sql => limits.find(({ limit }) => limit >= wanted)?.text ?? raw('101')

/**
 * At least the next `limit` rows, a few more perhaps. Each board is walked by itself on the index of its sort, and the
 * first of them all are taken. Only the newest posts of a tag are walked over all boards at once: by tag there is an
 * index of its own.
 */
export function listQuery(list: ListConditions, only: { pinned?: boolean; after?: Place | undefined }): Sql {
  const { key, type, byPlatform } = walks[list.sort]
  const isTagWalk = list.tag !== undefined && !key && list.boardIds.length > 1
  const id = byPlatform ? sql`s.id` : list.tag === undefined ? sql`p.id` : sql`t.post_id`
  const place = byPlatform ? sql`s.container_id = b.id` : sql`p.board_id = b.id`
  const conditions = [
    isTagWalk ? sql`p.board_id = any(${list.boardIds}::text[])` : place,
    ...conditionsOf(list),
    ...(only.pinned === undefined ? [] : [only.pinned ? sql`p.pinned` : sql`not p.pinned`]),
  ]
  if (only.after)
    conditions.push(
      key && type
        ? sql`(${key}, ${id}) < (${only.after.key}::${type}, ${only.after.id}::text)`
        : sql`${id} < ${only.after.id}::text`,
    )
  const rows = sql`
    select ${columns}, ${key ?? sql`null::integer`} as "sortKey"
    from community.posts p join platform.subjects s on s.id = p.id
      ${list.tag === undefined ? empty : sql`join community.post_tags t on t.post_id = p.id`}
    where ${join(conditions, ' and ')}
    order by ${key ? sql`${key} desc, ${id} desc` : sql`${id} desc`} limit ${limitOf(list.limit)}`
  if (isTagWalk) return rows
  return sql`
    select x.* from unnest(${list.boardIds}::text[]) b(id) cross join lateral (${rows}) x
    order by ${key ? sql`x."sortKey" desc, x.id desc` : sql`x.id desc`} limit ${limitOf(list.limit)}`
}

/** The pinned rows from `after` on, then the others from their beginning: one query. */
export const listQueryWithPins = (list: ListConditions, after: Place | undefined): Sql =>
  after && !after.isPinned
    ? listQuery(list, { pinned: false, after })
    : sql`
      select * from ((${listQuery(list, { pinned: true, after })}) union all (${listQuery(list, { pinned: false })})) y
      order by y.pinned desc, y."sortKey" desc, y.id desc limit ${limitOf(list.limit)}`

export const placeOf = (row: ListRow): CursorPart[] => [
  row.pinned ? 1 : 0,
  row.sortKey instanceof Date ? row.sortKey.toISOString() : row.sortKey,
  row.id,
]

/** The place that a cursor of this sort names. */
export function placeAt(cursor: string | undefined, sort: Sort): Place | undefined {
  const parts = decodeCursor(cursor, 3)
  if (!parts) return undefined
  const [isPinned, key = null, id] = parts
  const { type } = walks[sort]
  const isTime = sort === 'active'
  const fits = !type
    ? key === null
    : isTime
      ? typeof key === 'string' && !Number.isNaN(Date.parse(key))
      : Number.isSafeInteger(key) && Math.abs(key as number) < 2 ** 31
  if (!fits || typeof id !== 'string') throw cursorInvalid()
  return { isPinned: isPinned === 1, key, id }
}
