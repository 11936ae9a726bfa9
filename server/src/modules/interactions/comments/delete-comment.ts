import { type Actor, isModerator } from '../../../kernel/actor.ts'
import { forbidden, notFound } from '../../../kernel/problems.ts'
import type { Platform } from '../../../platform/platform.ts'
import { commentDeleted } from '../events.ts'
import { findComment, lockThread, markDeleted } from './comment-store.ts'

/** By its author, or by a moderator (audited). It is gone at once; where answers hang on it, a tombstone stays. */
export async function deleteComment(platform: Platform, actor: Actor, id: string): Promise<void> {
  await platform.subjects.find(id, actor)
  const comment = await findComment(platform.db, id)
  if (!comment || comment.deletedAt) throw notFound()
  const own = comment.authorId === actor.id
  if (!own && !isModerator(actor)) throw forbidden()
  const subject = await platform.subjects.find(comment.subjectId, actor)
  await platform.db.transact(async (tx) => {
    await lockThread(tx, comment.rootId)
    if (!(await markDeleted(tx, comment, actor.id, platform.clock.now()))) throw notFound()
    await platform.subjects.write(tx, [id])
    const { comments } = await platform.subjects.count(tx, comment.subjectId, { comments: -1 })
    if (!own)
      await platform.audit.write(tx, actor, {
        act: 'interactions.comment-deleted',
        target: id,
        before: comment.body,
      })
    tx.publish(commentDeleted, id, {
      authorId: comment.authorId,
      byId: actor.id,
      subjectId: comment.subjectId,
      containerId: subject.containerId,
      comments,
    })
  })
}
