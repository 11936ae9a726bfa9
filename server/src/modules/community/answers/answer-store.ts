import { type Queryable, sql } from '../../../platform/database.ts'
import type { Answer } from './answer.ts'

export const answerColumns = sql`a.id, a.question_id as "questionId", a.author_id as "authorId",
  a.by_assistant as "byAssistant", a.state, a.body, a.shown_files as "shownFiles", a.version,
  a.created_at as "createdAt", a.revised_at as "revisedAt", a.revised_by as "revisedBy", a.edited_at as "editedAt",
  a.deleted_at as "deletedAt", a.deleted_by as "deletedBy", a.was_accepted as "wasAccepted"`

export const readAnswer = (db: Queryable, id: string) =>
  db.one<Answer>(sql`select ${answerColumns} from community.answers a where a.id = ${id}`)

export async function insertAnswer(db: Queryable, answer: Answer): Promise<void> {
  await db.run(sql`
    insert into community.answers (id, question_id, author_id, by_assistant, state, body, shown_files, created_at,
      revised_at, revised_by)
    values (${answer.id}, ${answer.questionId}, ${answer.authorId}, ${answer.byAssistant}, ${answer.state},
      ${answer.body}, ${answer.shownFiles}, ${answer.createdAt}, ${answer.revisedAt}, ${answer.revisedBy})`)
}

export async function updateAnswer(db: Queryable, answer: Answer): Promise<void> {
  await db.run(sql`
    update community.answers set state = ${answer.state}, body = ${answer.body}, shown_files = ${answer.shownFiles},
      version = ${answer.version}, revised_at = ${answer.revisedAt}, revised_by = ${answer.revisedBy},
      edited_at = ${answer.editedAt}, deleted_at = ${answer.deletedAt}, deleted_by = ${answer.deletedBy},
      was_accepted = ${answer.wasAccepted}
    where id = ${answer.id}`)
}
