import type { Actor } from '../../kernel/actor.ts'
import { decodeCursor, type Page, pageOf } from '../../kernel/page.ts'
import { empty, sql } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { readUsage, type Usage } from './check-quota.ts'
import { type FileRow, fileColumns } from './file-row.ts'

/** A member's own uploads, newest first, and how much room is left. */
export async function listMyFiles(
  platform: Platform,
  actor: Actor,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Page<FileRow> & Usage> {
  const from = decodeCursor(after, 1)
  const rows = await platform.db.many<FileRow>(sql`
    select ${fileColumns} from files.file f
    where f.owner_id = ${actor.id} and f.state <> 'erased' and f.replaced_at is null
      ${from ? sql`and f.id < ${from[0]}` : empty}
    order by f.id desc limit ${limit + 1}`)
  const usage = await readUsage(platform, platform.db, actor.id)
  return { ...pageOf(rows, limit, ({ id }) => [id]), ...usage }
}
