import { type CursorPart, decodeCursor, type Page, pageOf } from '../../kernel/page.ts'
import { type Database, empty, sql } from '../database.ts'

export type MailState = 'pending' | 'sent' | 'failed' | 'expired'

export interface MailRow {
  id: string
  to: string
  subject: string
  /** Empty once it was sent or has expired. */
  text: string
  state: MailState
  tries: number
  error: string | null
  createdAt: Date
  sentAt: Date | null
}

/** Letters, newest first. */
export async function listMails(
  db: Database,
  { limit, after, state }: { limit: number; after?: string; state?: MailState },
): Promise<Page<MailRow>> {
  const cursor = decodeCursor(after, 1)
  const rows = await db.many<MailRow>(sql`
    select id, "to", subject, text, state, tries, error, created_at as "createdAt", sent_at as "sentAt"
    from platform.mails
    where true ${cursor ? sql`and id < ${cursor[0]}` : empty} ${state ? sql`and state = ${state}` : empty}
    order by id desc limit ${limit + 1}`)
  return pageOf(rows, limit, ({ id }): CursorPart[] => [id])
}
