import { Type } from 'typebox'
import { notFound, versionStale } from '../../../kernel/problems.ts'
import { Fields, Id } from '../../../kernel/schema.ts'
import { Answer, route } from '../../../module.ts'
import type { Community } from '../community.ts'
import { seesBoard } from '../policy.ts'
import { categoryDepth, categoryTaken, categoryUnknown, categoryUsed } from '../problems.ts'
import { ChangedCategory, NewCategory } from './board-schemas.ts'
import { BoardLabel, boardLabel, CategoryBranch, CategoryView, categoryTree, categoryView } from './board-views.ts'
import { changeCategory, createCategory, deleteCategory } from './categories.ts'

const params = Fields({ id: Id('cat') })
const access = { role: 'admin' } as const

export const categoryRoutes = (community: Community) => [
  route({
    method: 'GET',
    path: '/api/categories',
    access: 'guest',
    summary: 'Both levels of categories, by board',
    query: Fields({ board: Type.Optional(Type.String({ maxLength: 60 })) }),
    answers: {
      200: Type.Object({
        items: Type.Array(Type.Object({ board: BoardLabel, categories: Type.Array(CategoryBranch) })),
        next: Type.Null(),
      }),
    },
    cache: () => ['community'],
    handle: async ({ actor, query }) => {
      const [all, words] = await Promise.all([community.boards.all(), community.platform.subjects.wordsOf(actor)])
      const seen = all.filter(
        (board) => seesBoard(board, words) && (!query.board || [board.id, board.slug].includes(query.board)),
      )
      return { items: seen.map((board) => ({ board: boardLabel(board), categories: categoryTree(board) })), next: null }
    },
  }),
  route({
    method: 'POST',
    path: '/api/categories',
    access,
    summary: 'Add a category to a board, or below one of its categories',
    body: NewCategory,
    answers: { 201: CategoryView },
    refuses: [notFound, categoryTaken, categoryDepth, categoryUnknown],
    handle: async ({ actor, body }) => new Answer(201, categoryView(await createCategory(community, actor, body))),
  }),
  route({
    method: 'PATCH',
    path: '/api/categories/:id',
    access,
    summary: 'Rename or reorder a category',
    params,
    body: ChangedCategory,
    answers: { 200: CategoryView },
    refuses: [notFound, categoryTaken, versionStale],
    ifMatch: true,
    handle: async ({ actor, params: { id }, body, version }) =>
      categoryView(await changeCategory(community, actor, id, version, body)),
  }),
  route({
    method: 'DELETE',
    path: '/api/categories/:id',
    access,
    summary: 'Remove an empty category',
    params,
    answers: { 204: null },
    refuses: [notFound, categoryUsed],
    handle: ({ actor, params: { id } }) => deleteCategory(community, actor, id),
  }),
]
