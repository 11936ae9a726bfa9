import type { Static } from 'typebox'
import type { Actor } from '../../../kernel/actor.ts'
import { notFound, versionStale } from '../../../kernel/problems.ts'
import { isUniqueViolation, sql, type Tx } from '../../../platform/database.ts'
import type { Community } from '../community.ts'
import { boardChanged } from '../events.ts'
import { categoryDepth, categoryTaken, categoryUnknown, categoryUsed } from '../problems.ts'
import type { Category } from './board.ts'
import type { ChangedCategory, NewCategory } from './board-schemas.ts'
import { type BoardRow, holdBoard, holdCategory, insertCategories, updateCategory } from './board-store.ts'

/** One change of a board's categories, while the board is held: audited, told, and known in memory when it returns. */
async function change(
  { platform, boards }: Community,
  actor: Actor,
  act: string,
  boardId: string,
  work: (tx: Tx, board: BoardRow) => Promise<{ before?: Category; after?: Category }>,
): Promise<void> {
  try {
    await platform.db.transact(async (tx) => {
      const board = await holdBoard(tx, boardId)
      if (!board) throw notFound()
      const changed = await work(tx, board)
      await platform.audit.write(tx, actor, { act: `community.category.${act}`, target: boardId, ...changed })
      tx.publish(boardChanged, boardId, { slug: board.slug })
      boards.changed(tx)
    })
  } catch (error) {
    if (isUniqueViolation(error, 'categories_name')) throw categoryTaken({ errors: [{ at: '/name', code: 'taken' }] })
    throw error
  }
  await boards.all()
}

export async function createCategory(community: Community, actor: Actor, input: Static<typeof NewCategory>) {
  const { platform, boards } = community
  const board = await boards.find(input.board)
  const category: Category = {
    id: platform.ids.next('cat'),
    boardId: board.id,
    parentId: input.parentId ?? null,
    name: input.name,
    nameEn: input.nameEn ?? null,
    place: input.order ?? Math.max(0, ...board.categories.map(({ place }) => place)) + 1,
    version: 1,
  }
  await change(community, actor, 'create', board.id, async (tx) => {
    if (category.parentId) {
      const parent = await holdCategory(tx, category.parentId)
      if (parent?.boardId !== board.id) throw categoryUnknown({ errors: [{ at: '/parentId', code: 'not-allowed' }] })
      if (parent.parentId) throw categoryDepth({ errors: [{ at: '/parentId', code: 'not-allowed' }] })
    }
    await insertCategories(tx, [category])
    return { after: category }
  })
  return category
}

const boardIdOf = async ({ platform }: Community, id: string): Promise<string> => {
  const row = await platform.db.one<{ boardId: string }>(sql`
    select board_id as "boardId" from community.categories where id = ${id}`)
  if (!row) throw notFound()
  return row.boardId
}

export async function changeCategory(
  community: Community,
  actor: Actor,
  id: string,
  version: number,
  { name, nameEn, order }: Static<typeof ChangedCategory>,
): Promise<Category> {
  let after: Category | undefined
  await change(community, actor, 'change', await boardIdOf(community, id), async (tx) => {
    const before = await holdCategory(tx, id)
    if (!before) throw notFound()
    if (before.version !== version) throw versionStale()
    after = {
      ...before,
      name: name ?? before.name,
      nameEn: nameEn === undefined ? before.nameEn : nameEn,
      place: order ?? before.place,
      version: version + 1,
    }
    await updateCategory(tx, after)
    return { before, after }
  })
  if (!after) throw notFound()
  return after
}

/** A post may have taken the category since we looked: PostgreSQL's foreign_key_violation. */
function refuseUsed(error: unknown): never {
  throw (error as { code?: string }).code === '23503' ? categoryUsed() : error
}

/** Only an empty category goes: no post, however old, and nothing below it. */
export async function deleteCategory(community: Community, actor: Actor, id: string): Promise<void> {
  await change(community, actor, 'delete', await boardIdOf(community, id), async (tx) => {
    const before = await holdCategory(tx, id)
    if (!before) throw notFound()
    const used = await tx.one(sql`
      select 1 from community.categories where parent_id = ${id}
      union all select 1 from community.posts where category_id = ${id} or top_category_id = ${id} limit 1`)
    if (used) throw categoryUsed()
    await tx.run(sql`delete from community.categories where id = ${id}`).catch(refuseUsed)
    return { before }
  })
}
