import { Type } from 'typebox'
import { AnyId, Fields, OneOf, PageOf, pageQuery, Time } from '../../../kernel/schema.ts'
import { route } from '../../../module.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { IdentityApi } from '../../identity/index.ts'
import { kindOff, ownSubject, subjectLocked } from '../problems.ts'
import { SubjectCard } from '../subjects/views.ts'
import { listOwnReactions } from './list-own-reactions.ts'
import { react, takeReactionBack } from './react.ts'

const params = Fields({ id: AnyId })
const kinds = OneOf(['like', 'dislike'])

export const reactionRoutes = (platform: Platform, identity: IdentityApi) => [
  route({
    method: 'PUT',
    path: '/api/subjects/:id/reaction',
    access: 'member',
    summary: 'Like or dislike a subject; the other one gives way',
    params,
    body: Fields({ kind: kinds }),
    answers: { 200: Type.Object({ reaction: kinds, likes: Type.Integer(), dislikes: Type.Integer() }) },
    refuses: [ownSubject, kindOff, subjectLocked],
    perMinute: 240,
    handle: ({ actor, params, body }) => react(platform, actor, params.id, body.kind),
  }),
  route({
    method: 'DELETE',
    path: '/api/subjects/:id/reaction',
    access: 'member',
    summary: 'Take a reaction back; none there is as good',
    params,
    answers: { 204: null },
    perMinute: 240,
    handle: ({ actor, params }) => takeReactionBack(platform, actor, params.id),
  }),
  route({
    method: 'GET',
    path: '/api/me/reactions',
    access: 'member',
    summary: 'What you liked or disliked, newest first',
    query: Fields({ ...pageQuery, reaction: Type.Optional(kinds) }),
    answers: { 200: PageOf(Type.Object({ subject: SubjectCard, reaction: kinds, at: Time })) },
    handle: ({ actor, query }) => listOwnReactions(platform, identity, actor, { ...query, limit: query.limit ?? 20 }),
  }),
]
