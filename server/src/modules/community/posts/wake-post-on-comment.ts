import { prefixOf } from '../../../kernel/id.ts'
import { sql, type Tx } from '../../../platform/database.ts'
import { type EventOf, on } from '../../../platform/event-log/contract.ts'
import { commentAdded } from '../../interactions/index.ts'
import { postsWoken } from '../events.ts'
import type { Post } from './post.ts'

type Comment = EventOf<typeof commentAdded>

/** A comment on a post, or on an answer to it, makes the post active again; told, for lists are sorted by it. */
async function wake(tx: Tx, comments: Comment[]): Promise<void> {
  const last = new Map<string, { at: Date; by: string }>()
  for (const { data, at } of comments) {
    const id = [data.subjectId, data.containerId].find((one) => one && prefixOf(one) === 'pst')
    if (id) last.set(id, { at, by: data.authorId })
  }
  if (!last.size) return
  const rows = [...last].map(([id, { at, by }]) => ({ id, at, by }))
  const woken = await tx.many<Pick<Post, 'id' | 'boardId'>>(sql`
    update community.posts p set active_at = w.at, active_by = w.by
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w(id text, at timestamptz, by text)
    where p.id = w.id and p.active_at < w.at
    returning p.id, p.board_id as "boardId"`)
  for (const [boardId, posts] of Map.groupBy(woken, (post) => post.boardId))
    tx.publish(postsWoken, boardId, { boardId, postIds: posts.map(({ id }) => id) })
}

/** In batches: a popular post is woken once for many comments, as each rewrites its row in every index. */
export const wakePostOnComment = on({
  name: 'community.wake-post-on-comment',
  events: [commentAdded],
  handle: (tx, comment) => wake(tx, [comment]),
  handleAll: wake,
})
