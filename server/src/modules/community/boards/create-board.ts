import type { Static } from 'typebox'
import type { Actor } from '../../../kernel/actor.ts'
import { isUniqueViolation } from '../../../platform/database.ts'
import type { Community } from '../community.ts'
import { boardCreated } from '../events.ts'
import { slugTaken } from '../problems.ts'
import type { NewBoard } from './board-schemas.ts'
import type { BoardRow } from './board-store.ts'
import { insertBoard } from './board-store.ts'

/** An administrator makes a board; answers its id. */
export async function createBoard(community: Community, actor: Actor, input: Static<typeof NewBoard>): Promise<string> {
  const { platform, boards } = community
  const now = platform.clock.now()
  const last = (await boards.all()).at(-1)?.place ?? 0
  const board: BoardRow = {
    id: platform.ids.next('brd'),
    slug: input.slug,
    name: input.name,
    nameEn: input.nameEn ?? null,
    about: input.about ?? '',
    aboutEn: input.aboutEn ?? null,
    kind: input.kind,
    place: input.order ?? last + 1,
    audience: input.audience ?? ['public'],
    owner: 'instance',
    settings: input.settings ?? {},
    version: 1,
    createdAt: now,
    updatedAt: now,
  }
  try {
    await platform.db.transact(async (tx) => {
      await insertBoard(tx, board)
      await platform.subjects.write(tx, [board.id])
      await platform.audit.write(tx, actor, { act: 'community.board.create', target: board.id, after: board })
      tx.publish(boardCreated, board.id, { slug: board.slug })
      boards.changed(tx)
    })
  } catch (error) {
    if (isUniqueViolation(error, 'boards_slug_key')) throw slugTaken({ errors: [{ at: '/slug', code: 'taken' }] })
    throw error
  }
  await boards.all()
  return board.id
}
