import { Type } from 'typebox'
import type { Actor } from '../../../kernel/actor.ts'
import { notFound, versionStale } from '../../../kernel/problems.ts'
import { Fields, PageOf } from '../../../kernel/schema.ts'
import { Answer, route } from '../../../module.ts'
import type { Community } from '../community.ts'
import { seesBoard } from '../policy.ts'
import { slugTaken } from '../problems.ts'
import { ChangedBoard, NewBoard } from './board-schemas.ts'
import { BoardView, boardView } from './board-views.ts'
import { changeBoard } from './change-board.ts'
import { createBoard } from './create-board.ts'

export const boardParams = Fields({ slug: Type.String({ maxLength: 60 }) })

export function boardRoutes(community: Community) {
  const { platform, boards } = community
  async function view(actor: Actor, idOrSlug: string) {
    const board = await boards.find(idOrSlug)
    const words = await platform.subjects.wordsOf(actor)
    if (!seesBoard(board, words)) throw notFound()
    return boardView(board, actor, words)
  }
  return [
    route({
      method: 'GET',
      path: '/api/boards',
      access: 'guest',
      summary: 'The boards that you may see, with their categories',
      answers: { 200: PageOf(BoardView) },
      cache: () => ['community'],
      handle: async ({ actor }) => {
        const [all, words] = await Promise.all([boards.all(), platform.subjects.wordsOf(actor)])
        const seen = all.filter((board) => seesBoard(board, words))
        return { items: seen.map((board) => boardView(board, actor, words)), next: null }
      },
    }),
    route({
      method: 'GET',
      path: '/api/boards/:slug',
      access: 'guest',
      summary: 'One board, by its address or id',
      params: boardParams,
      answers: { 200: BoardView },
      refuses: [notFound],
      cache: ({ id }: { id: string }) => [id],
      handle: ({ actor, params }) => view(actor, params.slug),
    }),
    route({
      method: 'POST',
      path: '/api/boards',
      access: { role: 'admin' },
      summary: 'Make a board',
      body: NewBoard,
      answers: { 201: BoardView },
      refuses: [slugTaken],
      handle: async ({ actor, body }) => {
        const created = await view(actor, await createBoard(community, actor, body))
        return new Answer(201, created, { location: `/api/boards/${created.slug}` })
      },
    }),
    route({
      method: 'PATCH',
      path: '/api/boards/:slug',
      access: { role: 'admin' },
      summary: 'Change a board; settings that are left out stay',
      params: boardParams,
      body: ChangedBoard,
      answers: { 200: BoardView },
      refuses: [notFound, slugTaken, versionStale],
      ifMatch: true,
      handle: async ({ actor, params, body, version }) => {
        const { id } = await boards.find(params.slug)
        await changeBoard(community, actor, id, version, body)
        return view(actor, id)
      },
    }),
  ]
}
