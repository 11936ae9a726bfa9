import type { Actor } from '../../../kernel/actor.ts'
import { decodeCursor, pageOf } from '../../../kernel/page.ts'
import { sql } from '../../../platform/database.ts'
import type { Community } from '../community.ts'
import { seesBoard } from '../policy.ts'

/** Posts that wait for approval on the boards that the moderator sees, the longest waiting first. */
export async function listPending(
  community: Community,
  actor: Actor,
  { limit = 20, after }: { limit?: number; after?: string },
) {
  const { platform, boards } = community
  const [all, words] = await Promise.all([boards.all(), platform.subjects.wordsOf(actor)])
  const seen = all.filter((board) => seesBoard(board, words)).map(({ id }) => id)
  const [from = ''] = decodeCursor(after, 1) ?? []
  const rows = await platform.db.many<{ id: string }>(sql`
    select id from community.posts
    where state = 'pending' and board_id = any(${seen}) and id > ${String(from)} order by id limit ${limit + 1}`)
  const page = pageOf(rows, limit, ({ id }) => [id])
  const subjects = await platform.subjects.load(
    page.items.map(({ id }) => id),
    actor,
  )
  return { ...page, items: await community.interactions.cards(actor, subjects) }
}
