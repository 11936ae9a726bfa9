import sharp from 'sharp'
import { Type } from 'typebox'
import type { Caller, Reply } from '../../../test/app.ts'
import { Id, OneOf } from '../../kernel/schema.ts'
import { defineModule, route } from '../../module.ts'
import { sql } from '../../platform/database.ts'
import type { SubjectRecord, SubjectState } from '../../platform/subjects/subject-kind.ts'

interface GivenFile {
  bytes: Buffer | string
  name?: string
  type?: string
  kind?: string
}

/** One file as a browser's form sends it. */
export function multipart({ bytes, name = 'picture.png', type = 'application/octet-stream' }: GivenFile) {
  const boundary = 'between-the-parts'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(`\r\n--${boundary}--\r\n`)])
  return { body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}

export function upload(caller: Caller, file: GivenFile): Promise<Reply> {
  const { body, headers } = multipart(file)
  return caller.post(`/api/files?kind=${file.kind ?? 'image'}`, body, headers)
}

/** A picture with something in it, so that sizes are real. */
export const drawn = (width = 800, height = 600) =>
  sharp({
    create: { width, height, channels: 3, background: '#8ca', noise: { type: 'gaussian', mean: 128, sigma: 20 } },
  })

interface Note {
  id: string
  authorId: string
  audience: string[]
  state: SubjectState
  files: string[]
  version: number
}

/** A module of a third party whose notes show files: `PUT /api/test-notes/:id`. */
export function noteModule() {
  const notes = new Map<string, Note>()
  const recordOf = ({ id, authorId, audience, state, files, version }: Note): SubjectRecord => {
    const at = new Date('2026-01-01T00:00:00Z')
    return { id, authorId, audience, state, files, version, title: 'note', text: '', createdAt: at, updatedAt: at }
  }
  return defineModule()({
    name: 'test-notes',
    setup: (platform) => ({
      api: {},
      kinds: [
        {
          kind: 'test-note',
          prefix: 'tnt',
          name: { ko: '쪽지', en: 'note' },
          link: ({ id }) => `/notes/${id}`,
          read: async (_db, ids) =>
            ids.flatMap((id) => {
              const note = notes.get(id)
              return note ? [recordOf(note)] : []
            }),
          ids: async () => [...notes.keys()],
          comments: false,
          reactions: [],
          bookmarks: false,
          searchable: false,
        },
      ],
      routes: [
        route({
          method: 'PUT',
          path: '/api/test-notes/:id',
          access: 'member',
          summary: 'writes a note',
          params: Type.Object({ id: Id('tnt') }),
          body: Type.Object({
            files: Type.Array(Type.String()),
            audience: Type.Array(Type.String()),
            state: Type.Optional(OneOf(['living', 'deleted'])),
          }),
          answers: { 204: null },
          handle: async ({ actor, params: { id }, body: { files, audience, state = 'living' } }) => {
            const version = (notes.get(id)?.version ?? 0) + 1
            notes.set(id, { id, authorId: actor.id, audience, state, files, version })
            await platform.db.transact((tx) => platform.subjects.write(tx, [id]))
          },
        }),
        route({
          method: 'DELETE',
          path: '/api/test-notes/:id',
          access: 'member',
          summary: 'erases a note without a trace',
          params: Type.Object({ id: Id('tnt') }),
          answers: { 204: null },
          handle: async ({ params: { id } }) => {
            notes.delete(id)
            await platform.db.run(sql`delete from platform.subjects where id = ${id}`)
          },
        }),
      ],
    }),
  })
}
