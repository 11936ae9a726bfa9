import type { Actor } from '../../../kernel/actor.ts'
import { sql } from '../../../platform/database.ts'
import { holdBoard } from '../boards/board-store.ts'
import type { Community } from '../community.ts'
import { pinsFull } from '../problems.ts'
import { changePost, tellChanged } from './change-post.ts'

const mostPins = 5

/** Keeps a post at the top of its board, or lets it go. */
export async function pinPost(community: Community, actor: Actor, id: string, pinned: boolean): Promise<void> {
  await changePost(community, actor, id, 'post.pin', async ({ tx, post }) => {
    if (post.pinned === pinned) return undefined
    if (pinned) {
      await holdBoard(tx, post.boardId)
      const others = await tx.many(sql`
        select 1 from community.posts where board_id = ${post.boardId} and pinned and state = 'living' limit ${mostPins}`)
      if (others.length === mostPins) throw pinsFull()
    }
    tellChanged(tx, post, pinned ? 'pinned' : 'unpinned')
    return { ...post, pinned }
  })
}
