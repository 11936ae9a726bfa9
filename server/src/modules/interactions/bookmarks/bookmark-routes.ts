import { Type } from 'typebox'
import { AnyId, Fields, Line, Nullable, PageOf, pageQuery, Time } from '../../../kernel/schema.ts'
import { route } from '../../../module.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { IdentityApi } from '../../identity/index.ts'
import { foldersFull, kindOff, ownSubject } from '../problems.ts'
import { SubjectCard } from '../subjects/views.ts'
import { bookmark, removeBookmark } from './bookmark.ts'
import { listBookmarks, listFolders } from './list-bookmarks.ts'

const params = Fields({ id: AnyId })
const Folder = Line(1, 40)

export const bookmarkRoutes = (platform: Platform, identity: IdentityApi) => [
  route({
    method: 'PUT',
    path: '/api/subjects/:id/bookmark',
    access: 'member',
    summary: 'Keep a subject, in a folder or (null) in none; again moves it; without a folder it lies where it lay',
    params,
    body: Fields({ folder: Type.Optional(Nullable(Folder)) }),
    answers: {
      200: Type.Object({
        bookmarked: Type.Boolean(),
        folder: Nullable(Type.String()),
        first: Type.Boolean({ description: 'You never kept it before' }),
      }),
    },
    refuses: [ownSubject, kindOff, foldersFull],
    perMinute: 240,
    handle: ({ actor, params, body }) => bookmark(platform, actor, params.id, body.folder),
  }),
  route({
    method: 'DELETE',
    path: '/api/subjects/:id/bookmark',
    access: 'member',
    summary: 'Stop keeping a subject; none there is as good',
    params,
    answers: { 204: null },
    perMinute: 240,
    handle: ({ actor, params }) => removeBookmark(platform, actor, params.id),
  }),
  route({
    method: 'GET',
    path: '/api/me/bookmarks',
    access: 'member',
    summary: 'What you keep, newest first',
    query: Fields({
      ...pageQuery,
      kind: Type.Optional(Type.String({ maxLength: 40 })),
      folder: Type.Optional(Folder),
    }),
    answers: { 200: PageOf(Type.Object({ subject: SubjectCard, folder: Nullable(Type.String()), at: Time })) },
    handle: ({ actor, query }) => listBookmarks(platform, identity, actor, { ...query, limit: query.limit ?? 20 }),
  }),
  route({
    method: 'GET',
    path: '/api/me/bookmark-folders',
    access: 'member',
    summary: 'Your folders of bookmarks; at most 50',
    answers: {
      200: Type.Object({ items: Type.Array(Type.Object({ name: Type.String(), bookmarks: Type.Integer() })) }),
    },
    handle: async ({ actor }) => ({ items: await listFolders(platform, actor) }),
  }),
]
