import type { Actor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/problems.ts'
import type { Community } from '../community.ts'
import { postDeleted, postRestored } from '../events.ts'
import { isAudited, may, seesBoard } from '../policy.ts'
import { refuseUnrestorable } from '../restorable.ts'
import { changePost, tellChanged } from './change-post.ts'
import { refuseAnswered } from './edit-post.ts'
import { holdPost } from './post-store.ts'
import { isHeldBack } from './publish-post.ts'
import { writePost } from './write-post.ts'

/** Takes a post away at once, with its answers and comments; for 30 days it can come back. */
export async function deletePost(community: Community, actor: Actor, id: string): Promise<void> {
  const { platform } = community
  await changePost(community, actor, id, 'post.delete', async ({ tx, post }) => {
    refuseAnswered(post, actor)
    const { boardId, authorId, tags } = post
    if (post.publishedAt) tx.publish(postDeleted, id, { boardId, authorId, tags })
    else tellChanged(tx, post, 'deleted')
    return { ...post, state: 'deleted', pinned: false, deletedAt: platform.clock.now(), deletedBy: actor.id }
  })
}

/** Brings back what its author deleted; what a moderator took away only a moderator brings back. */
export async function restorePost(community: Community, actor: Actor, id: string): Promise<void> {
  const { platform, boards } = community
  const [words] = await Promise.all([platform.subjects.wordsOf(actor), boards.all()])
  await platform.db.transact(async (tx) => {
    const post = await holdPost(tx, id)
    const board = post && boards.known(post.boardId)
    if (!board || !seesBoard(board, words) || !may('post.restore', actor, post.authorId)) throw notFound()
    const now = platform.clock.now()
    refuseUnrestorable(post, 'post.restore', actor, now)
    const isScheduled = post.details.notice?.showFrom && !isHeldBack(board, actor, now)
    const state = post.publishedAt ? 'living' : isScheduled ? 'scheduled' : 'pending'
    await writePost(platform, tx, post, { ...post, state, deletedAt: null, deletedBy: null })
    if (isAudited('post.restore', actor, post.authorId))
      await platform.audit.write(tx, actor, { act: 'community.post.restore', target: id })
    const { boardId, authorId, tags } = post
    if (post.publishedAt) tx.publish(postRestored, id, { boardId, authorId, tags })
    else tellChanged(tx, post, 'restored')
  })
}
