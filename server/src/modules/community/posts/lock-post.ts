import type { Actor } from '../../../kernel/actor.ts'
import type { Community } from '../community.ts'
import { changePost, tellChanged } from './change-post.ts'

/** A locked post takes no new answers, comments and reactions; nor do its answers. */
export async function lockPost(community: Community, actor: Actor, id: string, locked: boolean): Promise<void> {
  await changePost(community, actor, id, 'post.lock', async ({ tx, post }) => {
    if (post.locked === locked) return undefined
    tellChanged(tx, post, locked ? 'locked' : 'unlocked')
    return { ...post, locked }
  })
}
