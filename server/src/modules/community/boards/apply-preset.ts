import { type Actor, system } from '../../../kernel/actor.ts'
import { sql, type Tx } from '../../../platform/database.ts'
import type { Community } from '../community.ts'
import { boardCreated } from '../events.ts'
import type { Category } from './board.ts'
import { type BoardRow, insertBoard, insertCategories } from './board-store.ts'
import { type PresetBoard, presetBoards } from './preset.ts'

/**
 * Makes the preset's boards on an instance that has none, once for all times: what the operator takes away does not come
 * back, and of several processes one does it.
 */
export async function applyPreset(community: Community, actor: Actor = system): Promise<void> {
  const { platform, boards } = community
  const { preset } = platform.config
  await platform.db.transact(async (tx) => {
    const first = await tx.run(sql`
      insert into community.applied_presets (preset, applied_at) values (${preset}, ${platform.clock.now()})
      on conflict do nothing`)
    const any = await tx.one(sql`select 1 from community.boards limit 1`)
    if (!first || any) return
    for (const [place, board] of presetBoards[preset].entries()) await makeBoard(community, tx, board, place + 1)
    await platform.audit.write(tx, actor, { act: 'community.preset.apply', target: preset })
    boards.changed(tx)
  })
  await boards.all()
}

async function makeBoard({ platform }: Community, tx: Tx, preset: PresetBoard, place: number): Promise<void> {
  const now = platform.clock.now()
  const { slug, kind, name, about, settings = {}, categories = [] } = preset
  const id = platform.ids.next('brd')
  const board: BoardRow = {
    ...{ id, slug, kind, place, settings },
    ...{ name: name.ko, nameEn: name.en, about: about.ko, aboutEn: about.en },
    ...{ audience: ['public'], owner: 'instance', version: 1, createdAt: now, updatedAt: now },
  }
  let n = 0
  const make = (words: PresetBoard['name'], parentId: string | null): Category => ({
    ...{ id: platform.ids.next('cat'), boardId: id, parentId, place: ++n, version: 1 },
    ...{ name: words.ko, nameEn: words.en },
  })
  const all = categories.flatMap((top) => {
    const parent = make(top.name, null)
    return [parent, ...top.children.map((child) => make(child, parent.id))]
  })
  await insertBoard(tx, board)
  await insertCategories(tx, all)
  await platform.subjects.write(tx, [id])
  tx.publish(boardCreated, id, { slug })
}
