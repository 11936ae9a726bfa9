import { type Actor, isModerator } from '../../../kernel/actor.ts'
import { sql, type Tx } from '../../../platform/database.ts'
import type { Board } from '../boards/board.ts'
import { slowMode } from '../problems.ts'

/** One post a member in `slowModeS` seconds, over all processes: the row decides. Moderators are exempt. */
export async function takeTurn(tx: Tx, board: Board, actor: Actor, now: Date): Promise<void> {
  const { slowModeS } = board.settings
  if (slowModeS === 0 || isModerator(actor)) return
  const since = new Date(now.getTime() - slowModeS * 1000)
  const taken = await tx.run(sql`
    insert into community.last_posts (board_id, member_id, at) values (${board.id}, ${actor.id}, ${now})
    on conflict (board_id, member_id) do update set at = excluded.at where last_posts.at <= ${since}`)
  if (taken) return
  const last = await tx.one<{ at: Date }>(sql`
    select at from community.last_posts where board_id = ${board.id} and member_id = ${actor.id}`)
  const waitMs = (last?.at.getTime() ?? now.getTime()) - since.getTime()
  throw slowMode({ retryAfterS: Math.max(1, Math.ceil(waitMs / 1000)) })
}
