import { type Static, Type } from 'typebox'
import { gone } from '../../kernel/problems.ts'
import { Fields, Id, OneOf, pageQuery } from '../../kernel/schema.ts'
import { route } from '../../module.ts'
import type { Platform } from '../../platform/platform.ts'
import { hiddenKindsOf, hideKinds } from './hidden-kinds.ts'
import { listActivity, type Needs } from './list-activity.ts'
import { readFeed } from './read-feed.ts'
import { publishers, readHome } from './read-home.ts'
import { ActivityPage, ActivitySettings, FeedPage, HomeView } from './views.ts'

const Kind = Type.String({ pattern: '^[a-z][a-z-]{0,39}$' })

export const routes = (platform: Platform, needs: Needs) => [
  route({
    method: 'GET',
    path: '/api/members/:id/activity',
    access: 'guest',
    summary: 'What a member did, newest first',
    params: Fields({ id: Id('mem') }),
    query: Fields({ ...pageQuery, kind: Type.Optional(Kind) }),
    answers: { 200: ActivityPage },
    refuses: [gone],
    handle: ({ actor, params, query: { kind, limit = 20, after } }) =>
      listActivity(platform, needs, actor, params.id, { kind, limit, after }),
  }),
  route({
    method: 'GET',
    path: '/api/home',
    access: 'guest',
    summary: 'The newest of each kind',
    query: Fields({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, default: 10 })) }),
    answers: { 200: HomeView },
    cache: ({ sections }: Static<typeof HomeView>) => [
      ...publishers(platform),
      ...sections.flatMap(({ items }) => items.flatMap(({ id, author }) => [id, ...(author ? [author.id] : [])])),
    ],
    handle: ({ actor, query }) => readHome(platform, needs.interactions, actor, query.limit ?? 10),
  }),
  route({
    method: 'GET',
    path: '/api/feed',
    access: 'member',
    summary: 'What is new of those that you follow, or of all',
    query: Fields({ ...pageQuery, of: Type.Optional(OneOf(['following', 'latest'])) }),
    answers: { 200: FeedPage },
    handle: ({ actor, query: { of = 'following', limit = 20, after } }) =>
      readFeed(platform, needs.interactions, actor, { of, limit, after }),
  }),
  route({
    method: 'GET',
    path: '/api/me/activity-settings',
    access: 'member',
    summary: 'Which kinds your public log leaves out',
    answers: { 200: ActivitySettings },
    handle: async ({ actor }) => ({ hiddenKinds: await hiddenKindsOf(platform, actor.id) }),
  }),
  route({
    method: 'PUT',
    path: '/api/me/activity-settings',
    access: 'member',
    summary: 'Choose which kinds your public log leaves out',
    body: Fields({ hiddenKinds: Type.Array(Kind, { maxItems: 40, uniqueItems: true }) }),
    answers: { 200: ActivitySettings },
    handle: async ({ actor, body }) => {
      await hideKinds(platform, actor, body.hiddenKinds)
      return body
    },
  }),
]
