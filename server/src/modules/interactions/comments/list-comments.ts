import type { Actor } from '../../../kernel/actor.ts'
import { type CursorPart, decodeCursor, encodeCursor, pageOf } from '../../../kernel/page.ts'
import { cursorInvalid } from '../../../kernel/problems.ts'
import { empty, type Sql, sql } from '../../../platform/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { IdentityApi } from '../../identity/index.ts'
import { isCommenter, rulesOf } from '../response-rules.ts'
import { commentColumns } from './comment-store.ts'
import { type CountedComment, commentViews } from './comment-views.ts'

export const sorts = ['oldest', 'newest', 'best'] as const
export type Sort = (typeof sorts)[number]

interface Asked {
  sort: Sort
  limit: number
  after?: string | undefined
}

const repliesShown = 3

/** Roots of a subject's thread with the first replies below each, depth first. */
export async function listComments(platform: Platform, identity: IdentityApi, actor: Actor, id: string, asked: Asked) {
  const subject = await platform.subjects.find(id, actor)
  const rules = await rulesOf(platform, subject)
  const rows = await platform.db.many<CountedComment>(pageQuery(id, asked))
  const canReply = !subject.locked && (await isCommenter(platform, actor, rules))
  const canReact = actor.kind === 'member' && rules.reactions.length > 0
  const roots = pageOf(rows.filter(({ depth }) => depth === 1).sort(orders[asked.sort]), asked.limit, (root) =>
    cursorOf(asked.sort, root),
  )
  const replies = Map.groupBy(
    rows.filter(({ depth }) => depth > 1),
    ({ rootId }) => rootId,
  )
  const shown = roots.items.flatMap((root) => [root, ...(replies.get(root.id) ?? [])])
  const views = await commentViews({ platform, identity, actor, canReply, canReact }, shown)
  const viewsBelow = Map.groupBy(views, ({ rootId }) => rootId)
  return {
    items: views
      .filter(({ depth }) => depth === 1)
      .map((root) => {
        const last = replies.get(root.id)?.at(-1)
        const items = (viewsBelow.get(root.id) ?? []).filter(({ depth }) => depth > 1)
        const next = last && root.replyCount > items.length ? encodeCursor([last.path]) : null
        return { ...root, replies: { items, next } }
      }),
    next: roots.next,
    depth: rules.commentDepth,
    reactions: rules.reactions,
    can: { comment: canReply },
  }
}

const score = ({ likes, dislikes }: CountedComment) => likes - dislikes
const byId = (a: CountedComment, b: CountedComment) => (a.id < b.id ? -1 : 1)
const orders: Record<Sort, (a: CountedComment, b: CountedComment) => number> = {
  oldest: byId,
  newest: (a, b) => byId(b, a),
  best: (a, b) => score(b) - score(a) || byId(a, b),
}

const cursorOf = (sort: Sort, root: CountedComment): CursorPart[] => [
  sort,
  sort === 'best' ? score(root) : null,
  root.id,
]

function pageQuery(id: string, { sort, limit, after }: Asked): Sql {
  const cursor = decodeCursor(after, 3)
  const [cursorSort, cursorScore, cursorId] = cursor ?? []
  if (
    cursor &&
    (cursorSort !== sort || typeof cursorId !== 'string' || (sort === 'best') !== (typeof cursorScore === 'number'))
  )
    throw cursorInvalid()
  const behind: Record<Sort, Sql> = {
    oldest: sql`and c.id > ${cursorId}`,
    newest: sql`and c.id < ${cursorId}`,
    best: sql`and (s.dislikes - s.likes, c.id) > (${-Number(cursorScore)}::int, ${cursorId})`,
  }
  const order: Record<Sort, Sql> = {
    oldest: sql`c.id`,
    newest: sql`c.id desc`,
    best: sql`s.dislikes - s.likes, c.id`,
  }
  return sql`
    with roots as (
      select c.*, s.likes, s.dislikes
      from interactions.comments c join platform.subjects s on s.id = c.id
      where c.subject_id = ${id} and c.depth = 1 and c.shown ${cursor ? behind[sort] : empty}
      order by ${order[sort]} limit ${limit + 1}
    )
    select ${commentColumns}, c.likes, c.dislikes from roots c
    union all
    select below.* from roots root cross join lateral (
      select ${commentColumns}, s.likes, s.dislikes
      from interactions.comments c join platform.subjects s on s.id = c.id
      where c.path > root.path || '.' and c.path < root.path || '/' and c.shown and root.replies > 0
      order by c.path limit ${repliesShown}
    ) below`
}
