import type { Actor } from '../../../kernel/actor.ts'
import type { Community } from '../community.ts'
import { postPublished } from '../events.ts'
import { changePost, tellChanged } from './change-post.ts'
import { publishedFacts } from './publish-post.ts'

/** Lets a waiting post be seen by all who see its board. Approving it again changes nothing. */
export async function approvePost(community: Community, actor: Actor, id: string): Promise<void> {
  const now = community.platform.clock.now()
  await changePost(community, actor, id, 'post.approve', async ({ tx, post }) => {
    if (post.state !== 'pending') return undefined
    const showFrom = post.details.notice?.showFrom
    if (showFrom && new Date(showFrom) > now) {
      tellChanged(tx, post, 'approved')
      return { ...post, state: 'scheduled' }
    }
    tx.publish(postPublished, id, publishedFacts(post))
    return { ...post, state: 'living', publishedAt: now, openedAt: now, activeAt: now }
  })
}
