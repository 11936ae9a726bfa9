import { sql } from '../../../platform/database.ts'
import type { SubjectKind } from '../../../platform/subjects/subject-kind.ts'
import type { BoardDirectory } from './board-directory.ts'
import { readBoardRows } from './board-store.ts'

/** A board lets in its audience; its posts refer to it, so closing it is one row. */
export const boardKind = (boards: BoardDirectory): SubjectKind => ({
  kind: 'board',
  prefix: 'brd',
  name: { ko: '게시판', en: 'Board' },
  link: ({ id }) => `/boards/${boards.known(id)?.slug ?? id}`,
  titleEn: (id) => boards.known(id)?.nameEn ?? null,
  read: async (db, ids) =>
    (await readBoardRows(db, ids)).map((board) => ({
      id: board.id,
      authorId: null,
      audience: board.audience,
      state: 'living',
      version: board.version,
      title: board.name,
      text: board.about,
      facets: { kind: board.kind },
      createdAt: board.createdAt,
      updatedAt: board.updatedAt,
    })),
  ids: async (db, after, limit) =>
    (
      await db.many<{ id: string }>(sql`
        select id from community.boards where id > ${after} order by id limit ${limit}`)
    ).map(({ id }) => id),
  comments: false,
  reactions: [],
  bookmarks: false,
  searchable: false,
  container: true,
})
