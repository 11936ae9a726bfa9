import type { Actor } from '../../../kernel/actor.ts'
import { decodeCursor, pageOf } from '../../../kernel/page.ts'
import { empty, sql } from '../../../platform/database.ts'
import type { Platform } from '../../../platform/platform.ts'

/** What a living comment said before, newest first. */
export async function listRevisions(
  platform: Platform,
  actor: Actor,
  id: string,
  { limit, after }: { limit: number; after?: string | undefined },
) {
  await platform.subjects.find(id, actor)
  const [before] = decodeCursor(after, 1) ?? []
  const rows = await platform.db.many<{ version: number; body: string; writtenAt: Date }>(sql`
    select version, body, written_at as "writtenAt" from interactions.comment_revisions
    where comment_id = ${id} ${before === undefined ? empty : sql`and version < ${Number(before)}`}
    order by version desc limit ${limit + 1}`)
  return pageOf(rows, limit, ({ version }) => [version])
}
