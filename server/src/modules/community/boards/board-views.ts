import { type Static, Type } from 'typebox'
import { type Actor, isAdmin } from '../../../kernel/actor.ts'
import { Nullable, OneOf, Time } from '../../../kernel/schema.ts'
import { mayOn } from '../policy.ts'
import { type Board, type Category, postKinds, sorts } from './board.ts'

/** Names come in the instance's language and, where the operator gave one, in English: the answer is one for all guests. */
export const CategoryView = Type.Object({
  id: Type.String(),
  parentId: Nullable(Type.String()),
  name: Type.String(),
  nameEn: Nullable(Type.String()),
  version: Type.Integer(),
})

export const CategoryBranch = Type.Object({
  ...CategoryView.properties,
  children: Type.Array(CategoryView),
})

export const BoardLabel = Type.Object({
  id: Type.String(),
  slug: Type.String(),
  name: Type.String(),
  nameEn: Nullable(Type.String()),
  kind: OneOf(postKinds),
})

export const BoardSettingsView = Type.Object({
  writers: Type.Array(Type.String()),
  answerers: Type.Array(Type.String()),
  commenters: Type.Array(Type.String()),
  categoryNeeded: Type.Boolean(),
  reactions: Type.Array(OneOf(['like', 'dislike'])),
  solvable: Type.Boolean(),
  resolve: OneOf(['adoption', 'author', 'both']),
  approval: OneOf(['off', 'all', 'new-members']),
  slowModeS: Type.Integer(),
  editWindowMin: Type.Integer(),
  commentDepth: Type.Integer(),
  pageSize: Type.Integer(),
  assistantAnswer: Type.Boolean(),
  points: Type.Boolean(),
  template: Type.String(),
  sort: OneOf(sorts),
})

export const BoardView = Type.Object({
  ...BoardLabel.properties,
  about: Type.String(),
  aboutEn: Nullable(Type.String()),
  order: Type.Integer(),
  audience: Type.Array(Type.String()),
  owner: Type.String(),
  settings: BoardSettingsView,
  categories: Type.Array(CategoryBranch),
  version: Type.Integer(),
  createdAt: Time,
  can: Type.Object({ post: Type.Boolean(), manage: Type.Boolean() }),
})
export type BoardView = Static<typeof BoardView>

export const boardLabel = ({ id, slug, name, nameEn, kind }: Board) => ({ id, slug, name, nameEn, kind })

export const categoryView = ({ id, parentId, name, nameEn, version }: Category) => ({
  id,
  parentId,
  name,
  nameEn,
  version,
})

export const categoryTree = ({ categories }: Board) =>
  categories
    .filter(({ parentId }) => parentId === null)
    .map((top) => ({
      ...categoryView(top),
      children: categories.filter(({ parentId }) => parentId === top.id).map(categoryView),
    }))

export const boardView = (board: Board, actor: Actor, words: string[]) => ({
  ...boardLabel(board),
  about: board.about,
  aboutEn: board.aboutEn,
  order: board.place,
  audience: board.audience,
  owner: board.owner,
  settings: board.settings,
  categories: categoryTree(board),
  version: board.version,
  createdAt: board.createdAt,
  can: { post: mayOn(board, 'writers', actor, words), manage: isAdmin(actor) },
})
