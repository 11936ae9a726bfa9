import { type Queryable, sql } from '../../../platform/database.ts'
import type { SubjectKind, SubjectRecord, SubjectState } from '../../../platform/subjects/subject-kind.ts'
import { type PostKind, postKinds } from '../boards/board.ts'
import type { BoardDirectory } from '../boards/board-directory.ts'
import { boardLabel } from '../boards/board-views.ts'
import { postPublished } from '../events.ts'
import { type Post, type PostState, postLink } from './post.ts'
import { readPosts } from './post-store.ts'
import { responsesOn } from './responses.ts'

const states: Record<PostState, SubjectState> = {
  living: 'living',
  pending: 'hidden',
  scheduled: 'hidden',
  hidden: 'hidden',
  deleted: 'deleted',
  erased: 'deleted',
}

const textOf = ({ kind, body, details, notes }: Post): string =>
  [body, ...(kind === 'archive' ? Object.values(details.archive ?? {}) : []), ...notes.map((note) => note.body)]
    .filter(Boolean)
    .join('\n\n')

const recordOf = (post: Post): SubjectRecord => ({
  id: post.id,
  authorId: post.authorId,
  audience: [`as:${post.boardId}`],
  state: states[post.state],
  version: post.version,
  title: post.title,
  text: textOf(post),
  tags: post.tags,
  categoryPath: [...new Set([post.topCategoryId, post.categoryId].filter((id) => id !== null))],
  containerId: post.boardId,
  ...(post.status ? { status: post.status } : {}),
  listed: post.listed,
  locked: post.locked,
  files: [...post.attachments, ...post.shownFiles],
  facets: { kind: post.kind, board: post.boardId },
  createdAt: post.createdAt,
  updatedAt: post.editedAt ?? post.createdAt,
})

interface Card {
  id: string
  kind: PostKind
  boardId: string
  answers: number
  acceptedAnswerId: string | null
}

/** Every post is one kind of subject, whatever its board: moving a question to the archive keeps its id and responses. */
export const postKind = (boards: BoardDirectory): SubjectKind => ({
  kind: 'post',
  prefix: 'pst',
  name: { ko: '글', en: 'Post' },
  variants: postKinds,
  link: ({ id, containerId }) => postLink(id, boards.known(containerId ?? '')?.kind),
  read: async (db, ids) => (await readPosts(db, ids)).map(recordOf),
  ids: async (db, after, limit) =>
    (
      await db.many<{ id: string }>(sql`
        select id from community.posts where id > ${after} order by id limit ${limit}`)
    ).map(({ id }) => id),
  comments: { depth: 10 },
  reactions: ['like', 'dislike'],
  bookmarks: true,
  ownBookmarks: true,
  searchable: true,
  published: postPublished,
  responsesTo: async (db: Queryable, id, row) =>
    responsesOn(
      boards,
      row?.containerId
        ? { boardId: row.containerId }
        : await db.one<{ boardId: string }>(sql`select board_id as "boardId" from community.posts where id = ${id}`),
    ),
  async details(db, ids) {
    const [cards, all] = await Promise.all([
      db.many<Card>(sql`
        select id, kind, board_id as "boardId", answers, accepted_answer_id as "acceptedAnswerId"
        from community.posts where id = any(${ids})`),
      boards.all(),
    ])
    const byId = new Map(all.map((board) => [board.id, boardLabel(board)]))
    return new Map(cards.map(({ id, boardId, ...card }) => [id, { ...card, board: byId.get(boardId) ?? null }]))
  },
})
