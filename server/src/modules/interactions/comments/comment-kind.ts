import { filesIn } from '../../../kernel/file-addresses.ts'
import { sql } from '../../../platform/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { SubjectKind, SubjectRecord } from '../../../platform/subjects/subject-kind.ts'
import { commentAdded } from '../events.ts'
import { type Comment, findComment } from './comment-store.ts'

export type CommentRow = Pick<
  Comment,
  'id' | 'subjectId' | 'authorId' | 'body' | 'version' | 'createdAt' | 'updatedAt' | 'deletedAt'
>

/** Without words when it was deleted: they would live on in the platform's row. Its files stay as long as it can come back. */
export function recordOf({
  id,
  subjectId,
  authorId,
  body,
  version,
  createdAt,
  updatedAt,
  deletedAt,
}: CommentRow): SubjectRecord {
  return {
    ...{ id, authorId, version, createdAt, updatedAt },
    text: deletedAt ? '' : body,
    files: filesIn(body),
    audience: [`as:${subjectId}`],
    containerId: subjectId,
    state: deletedAt ? 'deleted' : 'living',
    title: '',
  }
}

/** A comment is a subject too: it is liked, reported and counted as one, seen by whoever sees what it is about. */
export const commentKind = (platform: Platform): SubjectKind => ({
  kind: 'comment',
  prefix: 'cmt',
  name: { ko: '댓글', en: 'Comment' },
  link: ({ id, containerId }) =>
    `${platform.subjects.linkOf({ id: containerId ?? '', containerId: null }).split('#')[0]}#${id}`,
  async read(db, ids) {
    const rows = await db.many<CommentRow>(sql`
      select id, subject_id as "subjectId", author_id as "authorId", body, version, created_at as "createdAt",
        updated_at as "updatedAt", deleted_at as "deletedAt"
      from interactions.comments where id = any(${ids})`)
    return rows.map(recordOf)
  },
  ids: async (db, after, limit) =>
    (
      await db.many<{ id: string }>(
        sql`select id from interactions.comments where id > ${after} order by id limit ${limit}`,
      )
    ).map(({ id }) => id),
  comments: false,
  reactions: ['like', 'dislike'],
  bookmarks: true,
  searchable: false,
  published: commentAdded,
  async responsesTo(db, id, row) {
    const subjectId = row?.containerId ?? (await findComment(db, id))?.subjectId ?? ''
    const said = await platform.subjects.kindOf(subjectId)?.responsesTo?.(db, subjectId)
    return said?.reactions ? { reactions: said.reactions } : {}
  },
})
