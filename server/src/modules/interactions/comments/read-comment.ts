import type { Actor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/problems.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { IdentityApi } from '../../identity/index.ts'
import { isCommenter, rulesOf } from '../response-rules.ts'
import { findComment } from './comment-store.ts'
import { commentViews } from './comment-views.ts'

/** A living comment as the actor sees it. */
export async function readComment(platform: Platform, identity: IdentityApi, actor: Actor, id: string) {
  const { likes, dislikes } = await platform.subjects.find(id, actor)
  const comment = await findComment(platform.db, id)
  if (!comment) throw notFound()
  const subject = await platform.subjects.find(comment.subjectId, actor)
  const rules = await rulesOf(platform, subject)
  const canReply = !subject.locked && (await isCommenter(platform, actor, rules))
  const canReact = actor.kind === 'member' && rules.reactions.length > 0
  const [view] = await commentViews({ platform, identity, actor, canReply, canReact }, [
    { ...comment, likes, dislikes },
  ])
  return view
}
