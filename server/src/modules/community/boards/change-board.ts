import type { Static } from 'typebox'
import type { Actor } from '../../../kernel/actor.ts'
import { notFound, versionStale } from '../../../kernel/problems.ts'
import { isUniqueViolation } from '../../../platform/database.ts'
import type { Community } from '../community.ts'
import { boardChanged } from '../events.ts'
import { slugTaken } from '../problems.ts'
import type { ChangedBoard } from './board-schemas.ts'
import { type BoardRow, holdBoard, updateBoard } from './board-store.ts'

/** An administrator changes a board. Whom it lets in takes effect on all its posts at once: they refer to it. */
export async function changeBoard(
  community: Community,
  actor: Actor,
  id: string,
  version: number,
  { order, settings, ...input }: Static<typeof ChangedBoard>,
): Promise<void> {
  const { platform, boards } = community
  try {
    await platform.db.transact(async (tx) => {
      const before = await holdBoard(tx, id)
      if (!before) throw notFound()
      if (before.version !== version) throw versionStale()
      const after: BoardRow = {
        ...before,
        ...input,
        place: order ?? before.place,
        settings: { ...before.settings, ...settings },
        version: version + 1,
        updatedAt: platform.clock.now(),
      }
      await updateBoard(tx, after)
      await platform.subjects.write(tx, [id])
      await platform.audit.write(tx, actor, { act: 'community.board.change', target: id, before, after })
      tx.publish(boardChanged, id, { slug: after.slug })
      boards.changed(tx)
    })
  } catch (error) {
    if (isUniqueViolation(error, 'boards_slug_key')) throw slugTaken({ errors: [{ at: '/slug', code: 'taken' }] })
    throw error
  }
  await boards.all()
}
