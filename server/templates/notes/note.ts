import { sql } from '../../src/platform/database.ts'
import type { SubjectKind } from '../../src/platform/subjects/subject-kind.ts'
import { notePublished } from './events.ts'
import { findNotes, noteIds } from './note-store.ts'

/** What the platform asks about a note: all that comments, reactions, bookmarks, search and activity need. */
export const noteKind: SubjectKind = {
  kind: 'note',
  prefix: 'nte',
  name: { ko: '노트', en: 'Note' },
  link: ({ id }) => `/notes/${id}`,
  async read(db, ids) {
    const notes = await findNotes(db, sql`id = any(${ids})`)
    return notes.map((note) => ({
      id: note.id,
      authorId: note.authorId,
      audience: ['public'],
      state: note.deletedAt ? 'deleted' : 'living',
      version: note.version,
      title: note.title,
      text: note.body,
      createdAt: note.createdAt,
      updatedAt: note.updatedAt,
    }))
  },
  ids: noteIds,
  comments: { depth: 3 },
  reactions: ['like', 'dislike'],
  bookmarks: true,
  searchable: true,
  published: notePublished,
}
