import { type Actor, guest } from '../../../kernel/actor.ts'
import { tidyTag } from '../../../kernel/hashtags.ts'
import { pageOf } from '../../../kernel/page.ts'
import { notFound } from '../../../kernel/problems.ts'
import { tidy } from '../../../kernel/text.ts'
import type { MemberCard } from '../../identity/index.ts'
import { type Board, type PostKind, pathOf, type Sort } from '../boards/board.ts'
import type { Community } from '../community.ts'
import { seesBoard } from '../policy.ts'
import { type ListConditions, type ListRow, listQuery, listQueryWithPins, placeAt, placeOf } from './list-query.ts'
import type { PostStatus } from './post.ts'
import { headingOf } from './view-post.ts'

export interface PostListQuery {
  sort?: Sort
  status?: PostStatus | Lowercase<PostStatus>
  /** An id; a parent holds all its children. */
  category?: string
  tag?: string
  /** A member's id or nickname. */
  author?: string
  limit?: number
  after?: string
}

/** The posts of one board, pinned ones first; 404 where the actor may not know the board. */
export async function listBoardPosts(community: Community, actor: Actor, slug: string, query: PostListQuery) {
  const board = await community.boards.find(slug)
  const words = await community.platform.subjects.wordsOf(actor)
  if (!seesBoard(board, words)) throw notFound()
  return list(community, actor, [board], query, board.settings)
}

/** The posts of all boards that the actor may see, or of those of one kind. */
export async function listPosts(community: Community, actor: Actor, query: PostListQuery & { kind?: PostKind }) {
  // nothing but a question waits for an answer
  const wanted = query.sort === 'unanswered' ? ['question', query.kind ?? 'question'] : [query.kind]
  const boards = (await seenBoards(community, actor)).filter(({ kind }) => wanted.every((one) => !one || one === kind))
  return list(community, actor, boards, query, undefined)
}

/** The boards that this actor may see. */
export async function seenBoards({ platform, boards }: Community, actor: Actor): Promise<Board[]> {
  const [all, words] = await Promise.all([boards.all(), platform.subjects.wordsOf(actor)])
  return all.filter((board) => seesBoard(board, words))
}

/** The newest posts of one board, whatever is pinned. */
export const listNewest = async (community: Community, board: Board, query: PostListQuery) =>
  (await list(community, guest(), [board], { ...query, sort: 'latest' }, undefined)).items

const categoryIn = (boards: Board[], id: string): ListConditions['category'] => {
  const [top, below] = boards.map((board) => pathOf(board, id)).find((path) => path.length) ?? []
  return { id: below?.id ?? top?.id ?? id, isTop: !below }
}

async function memberIdOf({ identity }: Community, author: string): Promise<string> {
  if (author.startsWith('mem_')) return author
  const nickname = tidy(author)
  return (await identity.idsOfNicknames([nickname])).get(nickname) ?? ''
}

async function list(
  community: Community,
  actor: Actor,
  boards: Board[],
  query: PostListQuery,
  board: { pageSize: number; sort: Sort } | undefined,
) {
  const { platform, identity } = community
  const { sort = board?.sort ?? 'latest', limit = board?.pageSize ?? 20, status, tag, author, category } = query
  const conditions: ListConditions = {
    boardIds: boards.map(({ id }) => id),
    sort,
    limit: limit + 1,
    status: status?.toUpperCase() as PostStatus | undefined,
    tag: tag && tidyTag(tag),
    authorId: author && (await memberIdOf(community, author)),
    category: category ? categoryIn(boards, category) : undefined,
  }
  const after = placeAt(query.after, sort)
  const page = pageOf(
    await platform.db.many<ListRow>(board ? listQueryWithPins(conditions, after) : listQuery(conditions, { after })),
    limit,
    placeOf,
  )
  const cards = await identity.cards(page.items.flatMap(({ authorId, activeBy }) => [authorId, activeBy]))
  const byId = new Map(boards.map((one) => [one.id, one]))
  return { ...page, items: page.items.flatMap((row) => itemOf(actor, row, byId.get(row.boardId), cards)) }
}

const itemOf = (actor: Actor, row: ListRow, board: Board | undefined, cards: Map<string, MemberCard>) =>
  board
    ? [
        {
          ...headingOf(actor, row, board, cards),
          excerpt: row.excerpt,
          activeBy: cards.get(row.activeBy ?? '') ?? null,
        },
      ]
    : []
