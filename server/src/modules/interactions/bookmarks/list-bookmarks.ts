import type { Actor } from '../../../kernel/actor.ts'
import { decodeCursor, pageOf } from '../../../kernel/page.ts'
import { empty, sql } from '../../../platform/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import { type SubjectRow, subjectColumns } from '../../../platform/subjects/subjects.ts'
import type { IdentityApi } from '../../identity/index.ts'
import { subjectCards } from '../subjects/subject-cards.ts'

interface Asked {
  kind?: string | undefined
  folder?: string | undefined
  limit: number
  after?: string | undefined
}

/** What the actor keeps, newest first; what is no longer to be seen is left out. */
export async function listBookmarks(platform: Platform, identity: IdentityApi, actor: Actor, asked: Asked) {
  const words = await platform.subjects.wordsOf(actor)
  const [at, id] = decodeCursor(asked.after, 2) ?? []
  const rows = await platform.db.many<SubjectRow & { folder: string | null; at: Date }>(sql`
    select ${subjectColumns}, b.folder, b.at
    from interactions.bookmarks b join platform.subjects s on s.id = b.subject_id
    where b.member_id = ${actor.id} and b.removed_at is null and ${platform.subjects.reachedBy(words)}
      ${asked.kind ? sql`and (s.kind = ${asked.kind} or s.variant = ${asked.kind})` : empty}
      ${asked.folder ? sql`and b.folder = ${asked.folder}` : empty}
      ${id === undefined ? empty : sql`and (b.at, b.subject_id) < (${at}::timestamptz, ${id})`}
    order by b.at desc, b.subject_id desc limit ${asked.limit + 1}`)
  const page = pageOf(rows, asked.limit, (row) => [row.at.toISOString(), row.id])
  const cards = await subjectCards(platform, identity, actor, page.items)
  return {
    items: page.items.flatMap(({ folder, at }, n) => {
      const subject = cards[n]
      return subject ? { subject, folder, at } : []
    }),
    next: page.next,
  }
}

/** The member's folders by name, at most 50. */
export const listFolders = (platform: Platform, actor: Actor) =>
  platform.db.many<{ name: string; bookmarks: number }>(sql`
    select folder as name, count(*) as bookmarks from interactions.bookmarks
    where member_id = ${actor.id} and removed_at is null and folder is not null
    group by folder order by folder`)
