import { Type } from 'typebox'
import { idsIn } from '../../../kernel/id.ts'
import { forbidden, versionStale } from '../../../kernel/problems.ts'
import { AnyId, Fields, Id, Nullable, OneOf, PageOf, pageQuery, Text, Time } from '../../../kernel/schema.ts'
import { route } from '../../../module.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { IdentityApi } from '../../identity/index.ts'
import { kindOff, parentElsewhere, quoteDiffers, restoreOver, subjectLocked } from '../problems.ts'
import { addComment } from './add-comment.ts'
import { CommentView, commentViews } from './comment-views.ts'
import { deleteComment } from './delete-comment.ts'
import { editComment } from './edit-comment.ts'
import { listComments, sorts } from './list-comments.ts'
import { listReplies } from './list-replies.ts'
import { listRevisions } from './list-revisions.ts'
import { readComment } from './read-comment.ts'
import { restoreComment } from './restore-comment.ts'

const body = Text(1, 5000)
const subject = Fields({ id: AnyId })
const comment = Fields({ id: Id('cmt') })

const Thread = Type.Object({
  items: Type.Array(Type.Intersect([CommentView, Type.Object({ replies: PageOf(CommentView) })])),
  next: Nullable(Type.String()),
  depth: Type.Integer({ description: 'How deep answers nest here; deeper ones hang on the last allowed parent' }),
  reactions: Type.Array(OneOf(['like', 'dislike'])),
  can: Type.Object({ comment: Type.Boolean() }),
})

export const commentRoutes = (platform: Platform, identity: IdentityApi) => [
  route({
    method: 'GET',
    path: '/api/subjects/:id/comments',
    access: 'guest',
    summary: 'A thread: comments with the first three below each',
    params: subject,
    query: Fields({ ...pageQuery, sort: Type.Optional(OneOf(sorts)) }),
    answers: { 200: Thread },
    // who wrote, who is named, what is quoted from elsewhere
    cache: (thread: object, { id }) => [id, ...idsIn(thread)],
    handle: ({ actor, params, query: { sort = 'oldest', limit = 20, after } }) =>
      listComments(platform, identity, actor, params.id, { sort, limit, after }),
  }),
  route({
    method: 'POST',
    path: '/api/subjects/:id/comments',
    access: 'member',
    summary: 'Comment on a subject, or answer one of its comments',
    params: subject,
    body: Fields({
      body,
      parentId: Type.Optional(Id('cmt')),
      quote: Type.Optional(Fields({ of: AnyId, text: Text(1, 500) })),
    }),
    answers: { 201: CommentView },
    refuses: [kindOff, forbidden, subjectLocked, parentElsewhere, quoteDiffers],
    perMinute: 30,
    handle: async ({ actor, params, body }) => {
      const { comment, rules } = await addComment(platform, actor, params.id, body)
      const context = { platform, identity, actor, canReply: true, canReact: rules.reactions.length > 0, areNew: true }
      const [view] = await commentViews(context, [{ ...comment, likes: 0, dislikes: 0 }])
      return view
    },
  }),
  route({
    method: 'GET',
    path: '/api/comments/:id/replies',
    access: 'guest',
    summary: 'Everything below a comment, each answer behind what it answers',
    params: comment,
    query: Fields(pageQuery),
    answers: { 200: PageOf(CommentView) },
    handle: ({ actor, params, query: { limit = 20, after } }) =>
      listReplies(platform, identity, actor, params.id, { limit, after }),
  }),
  route({
    method: 'GET',
    path: '/api/comments/:id',
    access: 'guest',
    summary: 'A comment',
    params: comment,
    answers: { 200: CommentView },
    handle: ({ actor, params }) => readComment(platform, identity, actor, params.id),
  }),
  route({
    method: 'PATCH',
    path: '/api/comments/:id',
    access: 'member',
    summary: 'Change a comment; the words before are kept as a revision',
    params: comment,
    body: Fields({ body }),
    answers: { 200: CommentView },
    refuses: [forbidden, versionStale],
    ifMatch: true,
    handle: async ({ actor, params, body, version }) => {
      await editComment(platform, actor, params.id, version, body.body)
      return readComment(platform, identity, actor, params.id)
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/comments/:id',
    access: 'member',
    summary: 'Delete a comment; where answers hang on it, its empty place stays; it can come back for 30 days',
    params: comment,
    answers: { 204: null },
    refuses: [forbidden],
    handle: ({ actor, params }) => deleteComment(platform, actor, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/comments/:id/restoration',
    access: 'member',
    summary: 'Bring a deleted comment back',
    params: comment,
    answers: { 200: CommentView },
    refuses: [forbidden, restoreOver],
    handle: async ({ actor, params }) => {
      await restoreComment(platform, actor, params.id)
      return readComment(platform, identity, actor, params.id)
    },
  }),
  route({
    method: 'GET',
    path: '/api/comments/:id/revisions',
    access: 'guest',
    summary: 'What a comment said before, newest first',
    params: comment,
    query: Fields(pageQuery),
    answers: { 200: PageOf(Type.Object({ version: Type.Integer(), body: Type.String(), writtenAt: Time })) },
    handle: ({ actor, params, query: { limit = 20, after } }) =>
      listRevisions(platform, actor, params.id, { limit, after }),
  }),
]
