import { type Queryable, sql } from '../../../platform/database.ts'
import { type Board, type BoardSettings, type Category, settingsOf } from './board.ts'

export type BoardRow = Omit<Board, 'settings' | 'categories'> & { settings: Partial<BoardSettings> }

const columns = sql`id, slug, name, name_en as "nameEn", about, about_en as "aboutEn", kind, place, audience, owner,
  settings, version, created_at as "createdAt", updated_at as "updatedAt"`

const categoryColumns = sql`id, board_id as "boardId", parent_id as "parentId", name, name_en as "nameEn", place, version`

/** Every board with its categories, in the operator's order. */
export async function readBoards(db: Queryable): Promise<Board[]> {
  const [rows, categories] = await Promise.all([
    db.many<BoardRow>(sql`select ${columns} from community.boards order by place, id`),
    db.many<Category>(sql`
      select ${categoryColumns} from community.categories order by parent_id is not null, place, id`),
  ])
  const byBoard = Map.groupBy(categories, ({ boardId }) => boardId)
  return rows.map((row) => ({
    ...row,
    settings: settingsOf(row.kind, row.settings),
    categories: byBoard.get(row.id) ?? [],
  }))
}

export const holdBoard = (db: Queryable, id: string) =>
  db.one<BoardRow>(sql`select ${columns} from community.boards where id = ${id} for no key update`)

export const readBoardRows = (db: Queryable, ids: string[]) =>
  db.many<BoardRow>(sql`select ${columns} from community.boards where id = any(${ids})`)

export async function insertBoard(db: Queryable, board: BoardRow): Promise<void> {
  await db.run(sql`
    insert into community.boards (id, slug, name, name_en, about, about_en, kind, place, audience, owner, settings,
      version, created_at, updated_at)
    values (${board.id}, ${board.slug}, ${board.name}, ${board.nameEn}, ${board.about}, ${board.aboutEn}, ${board.kind},
      ${board.place}, ${board.audience}, ${board.owner}, ${JSON.stringify(board.settings)}::jsonb, ${board.version},
      ${board.createdAt}, ${board.updatedAt})`)
}

export async function updateBoard(db: Queryable, board: BoardRow): Promise<void> {
  await db.run(sql`
    update community.boards set slug = ${board.slug}, name = ${board.name}, name_en = ${board.nameEn},
      about = ${board.about}, about_en = ${board.aboutEn}, place = ${board.place}, audience = ${board.audience},
      settings = ${JSON.stringify(board.settings)}::jsonb, version = ${board.version}, updated_at = ${board.updatedAt}
    where id = ${board.id}`)
}

export async function insertCategories(db: Queryable, categories: Category[]): Promise<void> {
  const rows = categories.map((c) => ({ ...c, board_id: c.boardId, parent_id: c.parentId, name_en: c.nameEn }))
  await db.run(sql`
    insert into community.categories (id, board_id, parent_id, name, name_en, place, version)
    select id, board_id, parent_id, name, name_en, place, version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, board_id text, parent_id text, name text,
      name_en text, place integer, version integer)`)
}

export const holdCategory = (db: Queryable, id: string) =>
  db.one<Category>(sql`select ${categoryColumns} from community.categories where id = ${id} for no key update`)

export async function updateCategory(db: Queryable, { id, name, nameEn, place, version }: Category): Promise<void> {
  await db.run(sql`
    update community.categories set name = ${name}, name_en = ${nameEn}, place = ${place}, version = ${version}
    where id = ${id}`)
}
