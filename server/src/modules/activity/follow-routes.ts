import { type TString, Type } from 'typebox'
import { Fields, Id, Line, OneOf, pageQuery } from '../../kernel/schema.ts'
import { route } from '../../module.ts'
import type { Platform } from '../../platform/platform.ts'
import type { IdentityApi } from '../identity/index.ts'
import { follow, isFollowing, type TargetKind, targetKinds, targetOf, unfollow } from './follow.ts'
import { listFollows } from './list-follows.ts'
import { followsFull, ownFollow } from './problems.ts'
import { FollowingView, FollowsPage } from './views.ts'

const targets: [TargetKind, string, TString][] = [
  ['member', '/api/members/:id/follow', Id('mem')],
  ['board', '/api/boards/:id/follow', Id('brd')],
  ['tag', '/api/tags/:id/follow', Line(1, 31)],
]

export const followRoutes = (platform: Platform, identity: IdentityApi) => [
  ...targets.flatMap(([kind, path, id]) => [
    route({
      method: 'GET',
      path,
      access: 'member',
      summary: `Whether you follow this ${kind}`,
      params: Fields({ id }),
      answers: { 200: FollowingView },
      handle: async ({ actor, params }) => ({
        following: await isFollowing(platform, actor, targetOf(kind, params.id)),
      }),
    }),
    route({
      method: 'PUT',
      path,
      access: 'member',
      summary: `Follow a ${kind}: what is new of it comes into your feed`,
      params: Fields({ id }),
      answers: { 200: FollowingView },
      refuses: [followsFull, ...(kind === 'member' ? [ownFollow] : [])],
      perMinute: 120,
      handle: async ({ actor, params }) => {
        await follow(platform, identity, actor, targetOf(kind, params.id))
        return { following: true }
      },
    }),
    route({
      method: 'DELETE',
      path,
      access: 'member',
      summary: `Stop following a ${kind}; not following is as good`,
      params: Fields({ id }),
      answers: { 204: null },
      perMinute: 120,
      handle: ({ actor, params }) => unfollow(platform, actor, targetOf(kind, params.id)),
    }),
  ]),
  route({
    method: 'GET',
    path: '/api/me/follows',
    access: 'member',
    summary: 'What you follow, newest first',
    query: Fields({ ...pageQuery, kind: Type.Optional(OneOf(targetKinds)) }),
    answers: { 200: FollowsPage },
    handle: ({ actor, query }) => listFollows(platform, identity, actor, { ...query, limit: query.limit ?? 20 }),
  }),
]
