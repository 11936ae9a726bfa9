import { type Queryable, type Sql, sql, type Tx } from '../../src/platform/database.ts'

export interface Note {
  id: string
  authorId: string
  title: string
  body: string
  version: number
  createdAt: Date
  updatedAt: Date
  deletedAt: Date | null
}

export const findNotes = (db: Queryable, condition: Sql): Promise<Note[]> =>
  db.many<Note>(sql`
    select id, author_id as "authorId", title, body, version, created_at as "createdAt", updated_at as "updatedAt",
      deleted_at as "deletedAt"
    from notes.notes where ${condition}`)

/** The row, locked until the transaction ends; a deleted one is not found. */
export const lockNote = async (tx: Tx, id: string): Promise<Note | undefined> =>
  (await findNotes(tx, sql`id = ${id} and deleted_at is null for update`))[0]

export const insertNote = (tx: Tx, note: Pick<Note, 'id' | 'authorId' | 'title' | 'body' | 'createdAt'>) =>
  tx.run(sql`
    insert into notes.notes (id, author_id, title, body, created_at, updated_at)
    values (${note.id}, ${note.authorId}, ${note.title}, ${note.body}, ${note.createdAt}, ${note.createdAt})`)

export const updateNote = (tx: Tx, id: string, change: Pick<Note, 'title' | 'body' | 'updatedAt'>) =>
  tx.run(sql`
    update notes.notes set title = ${change.title}, body = ${change.body}, updated_at = ${change.updatedAt},
      version = version + 1
    where id = ${id}`)

export const markNoteDeleted = (tx: Tx, id: string, at: Date) =>
  tx.run(sql`update notes.notes set deleted_at = ${at}, version = version + 1 where id = ${id}`)

export const noteIds = async (db: Queryable, after: string, limit: number): Promise<string[]> =>
  (await db.many<{ id: string }>(sql`select id from notes.notes where id > ${after} order by id limit ${limit}`)).map(
    ({ id }) => id,
  )
