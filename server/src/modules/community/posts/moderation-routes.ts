import { Type } from 'typebox'
import { cursorInvalid, forbidden, notFound } from '../../../kernel/problems.ts'
import { Fields, PageOf, pageQuery } from '../../../kernel/schema.ts'
import { type Route, route } from '../../../module.ts'
import { SubjectCard } from '../../interactions/index.ts'
import type { Community } from '../community.ts'
import { kindDiffers, pinsFull } from '../problems.ts'
import { approvePost } from './approve-post.ts'
import { listPending } from './list-pending.ts'
import { lockPost } from './lock-post.ts'
import { movePost } from './move-post.ts'
import { pinPost } from './pin-post.ts'
import { postParams } from './post-routes.ts'
import { PostView } from './post-views.ts'
import { viewPost } from './view-post.ts'

const access = { role: 'moderator' } as const

/** A switch that a moderator turns on and off. */
const switched = (
  path: string,
  words: { on: string; off: string },
  turn: (actor: Parameters<typeof pinPost>[1], id: string, on: boolean) => Promise<void>,
): Route[] =>
  (['PUT', 'DELETE'] as const).map((method) =>
    route({
      method,
      path: `/api/posts/:id/${path}`,
      access,
      summary: method === 'PUT' ? words.on : words.off,
      params: postParams,
      answers: { 204: null },
      refuses: [notFound, forbidden, ...(path === 'pin' && method === 'PUT' ? [pinsFull] : [])],
      handle: ({ actor, params: { id } }) => turn(actor, id, method === 'PUT'),
    }),
  )

export const moderationRoutes = (community: Community): Route[] => [
  ...switched('pin', { on: 'Keep a post at the top of its board', off: 'Let a pinned post go' }, (actor, id, on) =>
    pinPost(community, actor, id, on),
  ),
  ...switched(
    'lock',
    { on: 'Take no more answers, comments and reactions', off: 'Open a locked post' },
    (actor, id, on) => lockPost(community, actor, id, on),
  ),
  route({
    method: 'GET',
    path: '/api/pending-posts',
    access,
    summary: 'Posts that wait for approval, the longest waiting first',
    query: Fields(pageQuery),
    answers: { 200: PageOf(SubjectCard) },
    refuses: [cursorInvalid],
    handle: ({ actor, query }) => listPending(community, actor, query),
  }),
  route({
    method: 'PUT',
    path: '/api/posts/:id/approval',
    access,
    summary: 'Let a waiting post be seen',
    params: postParams,
    answers: { 204: null },
    refuses: [notFound, forbidden],
    handle: ({ actor, params: { id } }) => approvePost(community, actor, id),
  }),
  route({
    method: 'PUT',
    path: '/api/posts/:id/board',
    access,
    summary: 'Move a post to another board; its id, comments and reactions stay',
    params: postParams,
    body: Fields({ board: Type.String({ maxLength: 60 }) }),
    answers: { 200: PostView },
    refuses: [notFound, forbidden, kindDiffers],
    handle: async ({ actor, params: { id }, body }) => {
      await movePost(community, actor, id, body.board)
      return viewPost(community, actor, id)
    },
  }),
]
