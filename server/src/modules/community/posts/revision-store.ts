import { type Queryable, sql, type Tx } from '../../../platform/database.ts'
import type { PostDetails } from './post.ts'

export interface Revision {
  n: number
  editorId: string | null
  title: string
  body: string
  details: PostDetails
  tags: string[]
  writtenAt: Date
}

/** Puts aside what a post or answer says, before it says something else. */
export async function keepRevision(
  tx: Tx,
  text: {
    id: string
    version: number
    revisedAt: Date
    revisedBy: string | null
    title?: string
    body: string
    details?: PostDetails
    tags?: string[]
  },
): Promise<void> {
  await tx.run(sql`
    insert into community.revisions (subject_id, n, editor_id, title, body, details, tags, written_at)
    values (${text.id}, ${text.version}, ${text.revisedBy}, ${text.title ?? ''}, ${text.body},
      ${JSON.stringify(text.details ?? {})}::jsonb, ${text.tags ?? []}, ${text.revisedAt})`)
}

const columns = sql`n, editor_id as "editorId", title, body, details, tags, written_at as "writtenAt"`

export const readRevisions = (db: Queryable, subjectId: string, before: number, limit: number) =>
  db.many<Revision>(sql`
    select ${columns} from community.revisions where subject_id = ${subjectId} and n < ${before}
    order by n desc limit ${limit}`)

export const readRevision = (db: Queryable, subjectId: string, n: number) =>
  db.one<Revision>(sql`select ${columns} from community.revisions where subject_id = ${subjectId} and n = ${n}`)
