import { Type } from 'typebox'
import { defineModule, type Module } from '../src/module.ts'
import { type Queryable, sql } from '../src/platform/database.ts'
import type { Platform } from '../src/platform/platform.ts'
import type { Reaction, SubjectKind, SubjectRecord, SubjectState } from '../src/platform/subjects/subject-kind.ts'

/** A module as a third party would write one, with the least that a kind of subject needs: notes, and notebooks to hold them. */
export interface Note {
  id: string
  bookId: string | null
  authorId: string | null
  audience: string[]
  state: SubjectState
  locked: boolean
  title: string
  text: string
  tags: string[]
  facets: Record<string, string>
  depth: number | null
  reactions: Reaction[] | null
  commenters: string[] | null
  createdAt: Date
}

// Not declared by defineEvent: the gates ask of every declared event which module says it.
export const notePublished = {
  type: 'notes.note-published.v1',
  data: Type.Object({ authorId: Type.String(), bookId: Type.Union([Type.String(), Type.Null()]) }),
}

const columns = sql`id, book_id as "bookId", author_id as "authorId", audience, state, locked, title, text, tags, facets,
  depth, reactions, commenters, created_at as "createdAt"`
const readNotes = (db: Queryable, ids: string[]) =>
  db.many<Note>(sql`select ${columns} from notes.notes where id = any(${ids})`)

const recordOf = ({ bookId, createdAt, depth, reactions, commenters, ...note }: Note): SubjectRecord => ({
  ...note,
  ...(bookId ? { containerId: bookId } : {}),
  version: 1,
  createdAt,
  updatedAt: createdAt,
})

const kind = (name: string, prefix: string, container: boolean): SubjectKind => ({
  kind: name,
  prefix,
  name: { ko: name, en: name },
  variants: container ? [] : ['poem', 'essay'],
  link: ({ id }) => `/${name}s/${id}`,
  read: async (db, ids) => (await readNotes(db, ids)).map(recordOf),
  ids: async () => [],
  comments: container ? false : { depth: 5 },
  reactions: container ? [] : ['like', 'dislike'],
  bookmarks: !container,
  ownBookmarks: name !== 'note',
  searchable: true,
  container,
  ...(container ? {} : { published: notePublished }),
  async responsesTo(db, id) {
    const [note] = await readNotes(db, [id])
    return {
      ...(note?.depth ? { commentDepth: note.depth } : {}),
      ...(note?.reactions ? { reactions: note.reactions } : {}),
      ...(note?.commenters ? { commenters: note.commenters } : {}),
    }
  },
})

export const notesModule: Module = defineModule()({
  name: 'notes',
  events: [notePublished],
  setup: () => ({ api: {}, kinds: [kind('note', 'nte', false), kind('notebook', 'nbk', true)] }),
})

export const createNotes = (platform: Platform) =>
  platform.db.pool.query(`
    create schema notes;
    create table notes.notes (id text primary key, book_id text, author_id text, audience text[] not null,
      state text not null, locked boolean not null, title text not null, text text not null, tags text[] not null,
      facets jsonb not null, depth int, reactions text[], commenters text[], created_at timestamptz not null)`)

/** Publishes a note (or a notebook, by its prefix) as a use case of its module would. */
export async function publishNote(platform: Platform, authorId: string, fields: Partial<Note> = {}, prefix = 'nte') {
  const note: Note = {
    ...{ id: platform.ids.next(prefix), bookId: null, authorId, audience: ['public'], state: 'living', locked: false },
    ...{ title: '쪽지', text: '본문이에요', tags: [], facets: {}, depth: null, reactions: null, commenters: null },
    ...{ createdAt: platform.clock.now() },
    ...fields,
  }
  await platform.db.transact(async (tx) => {
    await tx.run(sql`
      insert into notes.notes values (${note.id}, ${note.bookId}, ${note.authorId}, ${note.audience}, ${note.state},
        ${note.locked}, ${note.title}, ${note.text}, ${note.tags}, ${JSON.stringify(note.facets)}::jsonb, ${note.depth},
        ${note.reactions}, ${note.commenters}, ${note.createdAt})`)
    await platform.subjects.write(tx, [note.id])
    if (prefix === 'nte') tx.publish(notePublished, note.id, { authorId, bookId: note.bookId })
  })
  return note.id
}

export const changeNote = (platform: Platform, id: string, change: { state?: SubjectState; locked?: boolean }) =>
  platform.db.transact(async (tx) => {
    await tx.run(sql`
      update notes.notes set state = coalesce(${change.state ?? null}, state), locked = coalesce(${change.locked ?? null}, locked)
      where id = ${id}`)
    await platform.subjects.write(tx, [id])
  })
