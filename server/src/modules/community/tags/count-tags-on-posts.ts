import { sql, type Tx } from '../../../platform/database.ts'
import { on } from '../../../platform/event-log/contract.ts'
import { postDeleted, postEdited, postMoved, postPublished, postRestored } from '../events.ts'

async function count(tx: Tx, boardId: string, tags: string[], by: 1 | -1): Promise<void> {
  if (!tags.length) return
  await tx.run(sql`
    insert into community.board_tags (board_id, name, posts)
    select ${boardId}, name, ${by} from unnest(${tags}::text[]) name
    on conflict (board_id, name) do update set posts = board_tags.posts + ${by}`)
}

/** Posts of each tag and board, counted from events: publishers of one popular tag do not wait for each other. */
export const countTagsOnPosts = on({
  name: 'community.count-tags-on-posts',
  events: [postPublished, postEdited, postDeleted, postRestored, postMoved],
  async handle(tx, { type, data }) {
    const { boardId } = data
    if ('tagsAdded' in data) {
      await count(tx, boardId, data.tagsAdded, 1)
      await count(tx, boardId, data.tagsRemoved, -1)
      return
    }
    const { tags = [] } = data
    if ('fromBoardId' in data && typeof data.fromBoardId === 'string') await count(tx, data.fromBoardId, tags, -1)
    await count(tx, boardId, tags, type === postDeleted.type ? -1 : 1)
  },
})
