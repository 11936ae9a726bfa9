import type { Actor } from '../../../kernel/actor.ts'
import type { Community } from '../community.ts'
import { isOwn } from '../policy.ts'
import { isMachine, viewerOf } from './viewer.ts'

/** A reader looked at a post. Authors and machines do not count; nobody counts twice a day. */
export async function countView(community: Community, actor: Actor, id: string, userAgent: string): Promise<void> {
  const { authorId } = await community.platform.subjects.find(id, actor)
  const isMachineOfNobody = actor.kind === 'guest' && isMachine(userAgent)
  if (!isOwn(actor, { authorId }) && !isMachineOfNobody) community.views.add(id, viewerOf(actor, userAgent))
}
