import { type Queryable, sql } from '../../../platform/database.ts'
import type { SubjectKind, SubjectRecord } from '../../../platform/subjects/subject-kind.ts'
import type { BoardDirectory } from '../boards/board-directory.ts'
import { answerPublished } from '../events.ts'
import type { PostState } from '../posts/post.ts'
import { responsesOn } from '../posts/responses.ts'
import { type Answer, answerLink } from './answer.ts'
import { answerColumns } from './answer-store.ts'

interface Row extends Answer {
  boardId: string
  title: string
  questionState: PostState
  isQuestionListed: boolean
  isQuestionLocked: boolean
  categoryPath: string[]
}

function stateOf({ state, questionState }: Row): SubjectRecord['state'] {
  if (state === 'deleted' || state === 'erased' || questionState === 'deleted' || questionState === 'erased')
    return 'deleted'
  return state === 'living' && questionState === 'living' ? 'living' : 'hidden'
}

const recordOf = (row: Row): SubjectRecord => ({
  id: row.id,
  authorId: row.authorId,
  audience: [`as:${row.boardId}`],
  state: stateOf(row),
  version: row.version,
  title: row.title,
  text: row.body,
  categoryPath: row.categoryPath,
  containerId: row.questionId,
  listed: row.isQuestionListed,
  locked: row.isQuestionLocked,
  files: row.shownFiles,
  facets: { board: row.boardId },
  createdAt: row.createdAt,
  updatedAt: row.editedAt ?? row.createdAt,
})

/** An answer carries its question's title and opens it; it lives, is listed and is locked as the question is. */
export const answerKind = (boards: BoardDirectory): SubjectKind => ({
  kind: 'answer',
  prefix: 'ans',
  name: { ko: '답변', en: 'Answer' },
  link: ({ id, containerId }) => answerLink(id, containerId ?? ''),
  read: async (db, ids) =>
    (
      await db.many<Row>(sql`
        select ${answerColumns}, q.board_id as "boardId", q.title, q.state as "questionState",
          q.listed as "isQuestionListed", q.locked as "isQuestionLocked",
          array_remove(array[q.top_category_id, nullif(q.category_id, q.top_category_id)], null) as "categoryPath"
        from community.answers a join community.posts q on q.id = a.question_id where a.id = any(${ids})`)
    ).map(recordOf),
  ids: async (db, after, limit) =>
    (
      await db.many<{ id: string }>(sql`
        select id from community.answers where id > ${after} order by id limit ${limit}`)
    ).map(({ id }) => id),
  comments: { depth: 10 },
  reactions: ['like', 'dislike'],
  bookmarks: true,
  ownBookmarks: true,
  searchable: true,
  published: answerPublished,
  responsesTo: async (db: Queryable, id) =>
    responsesOn(
      boards,
      await db.one<{ boardId: string }>(sql`
        select q.board_id as "boardId" from community.answers a join community.posts q on q.id = a.question_id
        where a.id = ${id}`),
    ),
  async details(db, ids) {
    const rows = await db.many<{ id: string; questionId: string; byAssistant: boolean; accepted: boolean }>(sql`
      select a.id, a.question_id as "questionId", a.by_assistant as "byAssistant",
        a.id is not distinct from q.accepted_answer_id as accepted
      from community.answers a join community.posts q on q.id = a.question_id where a.id = any(${ids})`)
    return new Map(rows.map(({ id, ...card }) => [id, card]))
  },
})
