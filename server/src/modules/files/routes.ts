import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import { gone, invalid, mediaTypeUnknown, notFound, unavailable } from '../../kernel/problems.ts'
import { Fields, Id, OneOf, pageQuery } from '../../kernel/schema.ts'
import { type Call, type Route, route, type UploadPart } from '../../module.ts'
import type { Platform } from '../../platform/platform.ts'
import { maxUploadBytes, uploadKinds } from './file-kinds.ts'
import { linkToFile } from './link-to-file.ts'
import { listMyFiles } from './list-my-files.ts'
import { fileEmpty, fileTooLarge, fileTypeRefused, linkInvalid, quotaReached } from './problems.ts'
import { serveFile } from './serve-file.ts'
import { uploadFile } from './upload-file.ts'
import { FileLinkView, FileView, fileView, MyFilesView } from './views.ts'

const Variant = Type.String({ pattern: '^(original|[1-9][0-9]{1,3})$' })
const header = (call: Call, name: string) => {
  const value = call.headers[name]
  return Array.isArray(value) ? value[0] : value
}

async function isSameFile(first: unknown, { stream, fields }: UploadPart): Promise<boolean> {
  const { sha256, kind } = first as FileView
  const hash = createHash('sha256')
  for await (const chunk of stream) hash.update(chunk)
  return hash.digest('hex') === sha256 && (fields['kind'] ?? kind) === kind
}

export const fileRoutes = (platform: Platform): Route[] => [
  route({
    method: 'POST',
    path: '/api/files',
    access: 'member',
    summary: 'Upload one file (multipart/form-data, field `file`; `kind` as query or as a field before it)',
    query: Fields({ kind: Type.Optional(OneOf(uploadKinds)) }),
    upload: { maxBytes: maxUploadBytes, isRepeat: isSameFile },
    perMinute: 120,
    answers: { 201: FileView },
    refuses: [fileTooLarge, fileTypeRefused, fileEmpty, quotaReached, invalid, mediaTypeUnknown, unavailable],
    handle: async (call) => {
      const announced = Number(header(call, 'content-length'))
      const contentLength = Number.isFinite(announced) ? announced : undefined
      const upload = { kind: call.query.kind, contentLength, part: () => call.upload() }
      return fileView(await uploadFile(platform, call.actor, upload))
    },
  }),
  route({
    method: 'GET',
    path: '/api/files/:id/link',
    access: 'guest',
    summary: 'An address of the file that works for a while without a session',
    params: Fields({ id: Id('fil') }),
    query: Fields({ variant: Type.Optional(Variant) }),
    answers: { 200: FileLinkView },
    refuses: [notFound],
    handle: ({ actor, params, query }) => linkToFile(platform, actor, params.id, query.variant),
  }),
  route({
    method: 'GET',
    path: '/api/me/files',
    access: 'member',
    summary: "The caller's uploads, newest first, and how much room is left",
    query: Fields(pageQuery),
    answers: { 200: MyFilesView },
    handle: async ({ actor, query }) => {
      const page = await listMyFiles(platform, actor, { after: query.after, limit: query.limit ?? 20 })
      return { ...page, items: page.items.map(fileView) }
    },
  }),
  route({
    method: 'GET',
    path: '/files/:id/:hash/:variant',
    access: 'guest',
    lenient: true,
    summary: 'The bytes of a file, to those who may see what shows it; ranges are answered',
    params: Fields({ id: Id('fil'), hash: Type.String({ pattern: '^[0-9a-f]{16}$' }), variant: Variant }),
    query: Fields({
      expires: Type.Optional(Type.String({ description: 'Seconds since 1970' })),
      signature: Type.Optional(Type.String()),
    }),
    answers: { 200: null, 206: null, 304: null, 416: null },
    refuses: [notFound, gone, linkInvalid],
    handle: (call) => {
      const { expires, signature } = call.query
      if ((expires === undefined) !== (signature === undefined)) throw linkInvalid()
      if (expires !== undefined && !/^\d{1,10}$/.test(expires)) throw linkInvalid()
      return serveFile(platform, {
        ...call.params,
        path: `/files/${call.params.id}/${call.params.hash}/${call.params.variant}`,
        ...(expires !== undefined && signature !== undefined
          ? { signed: { expires: Number(expires), signature } }
          : {}),
        range: header(call, 'range'),
        ifRange: header(call, 'if-range'),
        ifNoneMatch: header(call, 'if-none-match'),
        actor: call.actor,
      })
    },
  }),
]
