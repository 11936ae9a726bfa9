import { sql, type Tx } from '../../../platform/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import { postChanged } from '../events.ts'
import type { Post } from './post.ts'
import { updatePost } from './post-store.ts'

const inherited = ['boardId', 'state', 'listed', 'locked', 'title', 'categoryId'] as const

/** Writes a changed post and tells the platform of it, and of its answers where they take over what changed. */
export async function writePost(platform: Platform, tx: Tx, before: Post, after: Post): Promise<void> {
  await updatePost(tx, after)
  const ids = inherited.some((name) => before[name] !== after[name]) ? await answersOf(tx, after) : []
  await platform.subjects.write(tx, [after.id, ...ids])
  const { id, boardId, authorId, status } = after
  if (ids.length) tx.publish(postChanged, id, { boardId, authorId, status, what: 'answers', answerIds: ids })
}

async function answersOf(tx: Tx, { id, kind }: Post): Promise<string[]> {
  if (kind !== 'question') return []
  const rows = await tx.many<{ id: string }>(sql`select id from community.answers where question_id = ${id}`)
  return rows.map((row) => row.id)
}
