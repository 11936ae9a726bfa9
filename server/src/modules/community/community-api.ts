import type { Board } from './boards/board.ts'
import { boardLabel } from './boards/board-views.ts'
import type { Community } from './community.ts'
import type { CommunityApi } from './index.ts'
import { seesBoard } from './policy.ts'

const categoriesOf = (all: Board[]) => all.flatMap(({ categories }) => categories)

/** What other modules may read: boards and categories, from memory. */
export const communityApi = ({ platform, boards }: Community): CommunityApi => ({
  async boards(actor) {
    const [all, words] = await Promise.all([boards.all(), platform.subjects.wordsOf(actor)])
    return all.filter((board) => seesBoard(board, words)).map(boardLabel)
  },
  async board(idOrSlug) {
    const board = (await boards.all()).find(({ id, slug }) => id === idOrSlug || slug === idOrSlug)
    return board && boardLabel(board)
  },
  async categoriesBelow(categoryId) {
    const below = categoriesOf(await boards.all()).filter(({ parentId }) => parentId === categoryId)
    return [categoryId, ...below.map(({ id }) => id)]
  },
  async categories(ids) {
    const wanted = new Set(ids)
    const found = categoriesOf(await boards.all()).filter(({ id }) => wanted.has(id))
    return new Map(found.map(({ id, boardId, name, nameEn }) => [id, { id, boardId, name, nameEn }]))
  },
})
