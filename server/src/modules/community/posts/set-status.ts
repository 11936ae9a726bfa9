import type { Actor } from '../../../kernel/actor.ts'
import type { Community } from '../community.ts'
import { questionReopened } from '../events.ts'
import { statusStep } from '../problems.ts'
import { changePost, tellChanged } from './change-post.ts'
import { isListed, mayStep, type PostStatus } from './post.ts'

/** The author's own word on where the post stands. The same status again changes nothing. */
export async function setStatus(community: Community, actor: Actor, id: string, to: PostStatus): Promise<void> {
  const { platform } = community
  await changePost(community, actor, id, 'post.set-status', async ({ tx, post, board }) => {
    if (post.status === to) return undefined
    if (!mayStep(post, to, board)) throw statusStep({ facts: { status: post.status } })
    const now = platform.clock.now()
    const isReopened = post.kind === 'question' && to === 'UNSOLVED'
    const next = { ...post, status: to, ...(isReopened ? { openedAt: now } : {}) }
    if (isReopened) tx.publish(questionReopened, id, { boardId: post.boardId, authorId: post.authorId })
    else tellChanged(tx, next, 'status')
    return { ...next, listed: isListed(next, now) }
  })
}
