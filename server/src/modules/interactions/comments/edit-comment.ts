import { type Actor, isAdmin } from '../../../kernel/actor.ts'
import { forbidden, notFound, versionStale } from '../../../kernel/problems.ts'
import type { Platform } from '../../../platform/platform.ts'
import { commentEdited } from '../events.ts'
import { findComment, updateBody } from './comment-store.ts'

/** The author's words, or an admin's act on them (audited). The old body is kept as a revision. */
export async function editComment(platform: Platform, actor: Actor, id: string, version: number, body: string) {
  await platform.subjects.find(id, actor)
  const comment = await findComment(platform.db, id)
  if (!comment || comment.deletedAt) throw notFound()
  const own = comment.authorId === actor.id
  if (!own && !isAdmin(actor)) throw forbidden()
  if (comment.version !== version) throw versionStale()
  if (comment.body === body) return
  await platform.guards.mayWrite(actor, [body])
  await platform.db.transact(async (tx) => {
    const now = await updateBody(tx, id, version, body, platform.clock)
    if (!now) throw versionStale()
    await platform.subjects.write(tx, [id])
    if (!own)
      await platform.audit.write(tx, actor, {
        act: 'interactions.comment-edited',
        target: id,
        before: comment.body,
        after: body,
      })
    tx.publish(commentEdited, id, {
      authorId: comment.authorId,
      byId: actor.id,
      subjectId: comment.subjectId,
      version: now.version,
    })
  })
}
