import { forbidden, notFound, versionStale } from '../../src/kernel/problems.ts'
import { Fields, Id, Line, pageQuery, Text } from '../../src/kernel/schema.ts'
import { route } from '../../src/module.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { deleteNote } from './delete-note.ts'
import { editNote } from './edit-note.ts'
import { publishNote } from './publish-note.ts'
import { listNotes, type Needs, readNote } from './read-notes.ts'
import { NotePage, NoteView } from './views.ts'

const params = Fields({ id: Id('nte') })
const body = Fields({ title: Line(1, 100), body: Text(1, 10_000) })

export const routes = (platform: Platform, needs: Needs) => [
  route({
    method: 'GET',
    path: '/api/notes',
    access: 'guest',
    summary: 'Notes, newest first',
    query: Fields(pageQuery),
    answers: { 200: NotePage },
    cache: () => ['notes', 'identity', 'interactions'],
    handle: ({ actor, query }) => listNotes(platform, needs, actor, query),
  }),
  route({
    method: 'POST',
    path: '/api/notes',
    access: 'member',
    summary: 'Publish a note',
    body,
    answers: { 201: NoteView },
    handle: async (call) => readNote(platform, needs, call.actor, await publishNote(platform, call.actor, call.body)),
  }),
  route({
    method: 'GET',
    path: '/api/notes/:id',
    access: 'guest',
    summary: 'One note',
    params,
    answers: { 200: NoteView },
    refuses: [notFound],
    cache: (view: NoteView) => [view.id, view.author?.id ?? view.id],
    handle: ({ actor, params: { id } }) => readNote(platform, needs, actor, id),
  }),
  route({
    method: 'PATCH',
    path: '/api/notes/:id',
    access: 'member',
    summary: 'Edit an own note',
    params,
    body,
    ifMatch: true,
    answers: { 200: NoteView },
    refuses: [notFound, forbidden, versionStale],
    async handle({ actor, params: { id }, body: input, version }) {
      await editNote(platform, actor, id, version, input)
      return readNote(platform, needs, actor, id)
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/notes/:id',
    access: 'member',
    summary: 'Delete an own note',
    params,
    answers: { 204: null },
    refuses: [notFound, forbidden],
    handle: ({ actor, params: { id } }) => deleteNote(platform, actor, id),
  }),
]
