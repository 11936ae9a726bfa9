import { type Actor, isModerator } from '../../../kernel/actor.ts'
import { forbidden, notFound } from '../../../kernel/problems.ts'
import type { Platform } from '../../../platform/platform.ts'
import { commentRestored } from '../events.ts'
import { restoreOver } from '../problems.ts'
import { findComment, findDeleted, lockThread, markRestored } from './comment-store.ts'
import { restorableMs } from './restorable.ts'

/** Brings back what its author deleted; what a moderator took away only a moderator brings back (audited). */
export async function restoreComment(platform: Platform, actor: Actor, id: string): Promise<void> {
  const comment = await findComment(platform.db, id)
  const own = comment?.authorId === actor.id
  if (!comment || !(own || isModerator(actor))) throw notFound()
  const subject = await platform.subjects.find(comment.subjectId, actor)
  await platform.db.transact(async (tx) => {
    await lockThread(tx, comment.rootId)
    const gone = await findDeleted(tx, id)
    if (!gone?.deletedAt) throw restoreOver()
    if (gone.deletedBy !== gone.authorId && !isModerator(actor)) throw forbidden()
    if (platform.clock.now().getTime() - gone.deletedAt.getTime() > restorableMs) throw restoreOver()
    if (!(await markRestored(tx, gone))) throw restoreOver()
    await platform.subjects.write(tx, [id])
    const { comments, state } = await platform.subjects.count(tx, gone.subjectId, { comments: 1 })
    if (state !== subject.state) throw notFound()
    if (!own) await platform.audit.write(tx, actor, { act: 'interactions.comment-restored', target: id })
    tx.publish(commentRestored, id, {
      authorId: gone.authorId,
      byId: actor.id,
      subjectId: gone.subjectId,
      containerId: subject.containerId,
      comments,
    })
  })
}
