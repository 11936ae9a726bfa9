import { Type } from 'typebox'
import { versionStale } from '../../../kernel/problems.ts'
import { Fields, Line, Text, Time } from '../../../kernel/schema.ts'
import { route } from '../../../module.ts'
import type { Platform } from '../../../platform/platform.ts'
import { draftsFull } from '../problems.ts'
import { deleteDraft, listDrafts, readDraft, saveDraft } from './drafts.ts'

/** What a composer holds: `title`, `body` and whatever else its screen asks for. */
const Content = Type.Record(
  Type.String({ pattern: '^[A-Za-z][A-Za-z0-9]{0,39}$' }),
  Type.Union([Text(0, 50_000), Type.Array(Line(0, 200), { maxItems: 50 }), Type.Number(), Type.Boolean(), Type.Null()]),
  { additionalProperties: false, maxProperties: 20 },
)
const DraftView = Type.Object({
  key: Type.String(),
  content: Type.Record(Type.String(), Type.Unknown()),
  version: Type.Integer(),
  updatedAt: Time,
})

/** `post:brd_…`, `comment:pst_…`, `edit:pst_…`: which composer it belongs to. */
const params = Fields({ key: Type.String({ pattern: '^[a-z][a-z0-9._:-]{0,99}$' }) })

export const draftRoutes = (platform: Platform) => [
  route({
    method: 'GET',
    path: '/api/me/drafts',
    access: 'member',
    summary: 'What you began to write, newest first; at most 50',
    answers: { 200: Type.Object({ items: Type.Array(DraftView) }) },
    handle: async ({ actor }) => ({ items: await listDrafts(platform, actor) }),
  }),
  route({
    method: 'GET',
    path: '/api/me/drafts/:key',
    access: 'member',
    summary: 'A draft',
    params,
    answers: { 200: DraftView },
    handle: ({ actor, params }) => readDraft(platform, actor, params.key),
  }),
  route({
    method: 'PUT',
    path: '/api/me/drafts/:key',
    access: 'member',
    summary: 'Save a draft; `If-Match: "0"` makes a new one',
    params,
    body: Fields({ content: Content }),
    answers: { 200: DraftView },
    refuses: [versionStale, draftsFull],
    ifMatch: true,
    perMinute: 120,
    handle: ({ actor, params, body, version }) => saveDraft(platform, actor, params.key, version, body.content),
  }),
  route({
    method: 'DELETE',
    path: '/api/me/drafts/:key',
    access: 'member',
    summary: 'Throw a draft away; none there is as good',
    params,
    answers: { 204: null },
    handle: ({ actor, params }) => deleteDraft(platform, actor, params.key),
  }),
]
