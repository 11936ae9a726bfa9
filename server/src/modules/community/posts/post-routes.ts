import { Type } from 'typebox'
import { idsIn } from '../../../kernel/id.ts'
import { forbidden, notFound, versionStale } from '../../../kernel/problems.ts'
import { Fields, Id, OneOf, Text } from '../../../kernel/schema.ts'
import { Answer, route } from '../../../module.ts'
import type { Community } from '../community.ts'
import {
  categoryNeeded,
  categoryUnknown,
  detailsUnfit,
  editWindowOver,
  fileUnknown,
  notAQuestion,
  notesFull,
  questionAnswered,
  restoreOver,
  statusStep,
  tagInvalid,
} from '../problems.ts'
import { countView } from '../views/count-view.ts'
import { acknowledge } from './acknowledge.ts'
import { addNote } from './add-note.ts'
import { draftArchive } from './archive-question.ts'
import { deletePost, restorePost } from './delete-post.ts'
import { editPost } from './edit-post.ts'
import { postStatuses } from './post.ts'
import { ArchiveFields, ChangedPost } from './post-schemas.ts'
import { PostView } from './post-views.ts'
import { setStatus } from './set-status.ts'
import { viewPost } from './view-post.ts'

export const postParams = Fields({ id: Id('pst') })

export const postRoutes = (community: Community) => [
  route({
    method: 'GET',
    path: '/api/posts/:id',
    access: 'guest',
    summary: 'A post, whole, and what you may do with it',
    params: postParams,
    answers: { 200: PostView },
    refuses: [notFound],
    cache: idsIn,
    handle: ({ actor, params: { id } }) => viewPost(community, actor, id),
  }),
  route({
    method: 'PATCH',
    path: '/api/posts/:id',
    access: 'member',
    summary: 'Change a post; what is left out stays, what it said before is kept',
    params: postParams,
    body: ChangedPost,
    answers: { 200: PostView },
    refuses: [
      notFound,
      forbidden,
      questionAnswered,
      editWindowOver,
      versionStale,
      categoryNeeded,
      categoryUnknown,
      tagInvalid,
      fileUnknown,
      detailsUnfit,
    ],
    ifMatch: true,
    handle: async ({ actor, params: { id }, body, version }) => {
      await editPost(community, actor, id, version, body)
      return viewPost(community, actor, id)
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/posts/:id',
    access: 'member',
    summary: 'Delete a post, with its answers and comments; it can come back for 30 days',
    params: postParams,
    answers: { 204: null },
    refuses: [notFound, forbidden, questionAnswered],
    handle: ({ actor, params: { id } }) => deletePost(community, actor, id),
  }),
  route({
    method: 'POST',
    path: '/api/posts/:id/restoration',
    access: 'member',
    summary: 'Bring a deleted post back',
    params: postParams,
    answers: { 200: PostView },
    refuses: [notFound, forbidden, restoreOver],
    handle: async ({ actor, params: { id } }) => {
      await restorePost(community, actor, id)
      return viewPost(community, actor, id)
    },
  }),
  route({
    method: 'PUT',
    path: '/api/posts/:id/status',
    access: 'member',
    summary: 'Say where your post stands: solved, open, closed',
    params: postParams,
    body: Fields({ status: OneOf(postStatuses) }),
    answers: { 200: PostView },
    refuses: [notFound, forbidden, statusStep],
    handle: async ({ actor, params: { id }, body }) => {
      await setStatus(community, actor, id, body.status)
      return viewPost(community, actor, id)
    },
  }),
  route({
    method: 'POST',
    path: '/api/posts/:id/notes',
    access: 'member',
    summary: 'Add a note below your question',
    params: postParams,
    body: Fields({ body: Text(1, 2000) }),
    answers: { 201: PostView },
    refuses: [notFound, forbidden, notAQuestion, notesFull],
    handle: async ({ actor, params: { id }, body }) => {
      await addNote(community, actor, id, body.body)
      return viewPost(community, actor, id)
    },
  }),
  route({
    method: 'GET',
    path: '/api/posts/:id/archive-draft',
    access: 'member',
    summary: 'A resolved question as a prefilled archive entry, and the boards that would take it',
    params: postParams,
    answers: {
      200: Type.Object({
        boards: Type.Array(Type.String()),
        title: Type.String(),
        body: Type.String(),
        tags: Type.Array(Type.String()),
        archiveOf: Type.String(),
        archive: ArchiveFields,
      }),
    },
    refuses: [notFound, notAQuestion],
    handle: ({ actor, params: { id } }) => draftArchive(community, actor, id),
  }),
  route({
    method: 'PUT',
    path: '/api/posts/:id/acknowledgement',
    access: 'member',
    summary: 'Say that you read a notice that asks for it',
    params: postParams,
    answers: { 204: null },
    refuses: [notFound, detailsUnfit],
    handle: ({ actor, params: { id } }) => acknowledge(community, actor, id),
  }),
  route({
    method: 'POST',
    path: '/api/posts/:id/views',
    access: 'guest',
    summary: 'You looked at this post: counted once a day',
    params: postParams,
    answers: { 204: null },
    refuses: [notFound],
    perMinute: 120,
    handle: async ({ actor, params: { id }, headers }) => {
      await countView(community, actor, id, String(headers['user-agent'] ?? ''))
      return new Answer(204)
    },
  }),
]
