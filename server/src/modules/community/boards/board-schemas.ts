import { Type } from 'typebox'
import { Fields, Id, Line, OneOf, Text } from '../../../kernel/schema.ts'
import { postKinds, sorts } from './board.ts'

const Slug = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', minLength: 1, maxLength: 40 })
const Word = Type.String({ pattern: '^(public|members|role:[a-z]{1,20}|group:[a-z0-9_]{1,40}|grade:[0-9]{1,2})$' })
const Words = Type.Array(Word, { maxItems: 20, uniqueItems: true })

const Settings = Fields({
  writers: Type.Optional(Words),
  answerers: Type.Optional(Words),
  commenters: Type.Optional(Words),
  categoryNeeded: Type.Optional(Type.Boolean()),
  reactions: Type.Optional(Type.Array(OneOf(['like', 'dislike']), { maxItems: 2, uniqueItems: true })),
  solvable: Type.Optional(Type.Boolean()),
  resolve: Type.Optional(OneOf(['adoption', 'author', 'both'])),
  approval: Type.Optional(OneOf(['off', 'all', 'new-members'])),
  slowModeS: Type.Optional(Type.Integer({ minimum: 0, maximum: 86_400 })),
  editWindowMin: Type.Optional(Type.Integer({ minimum: 0, maximum: 525_600 })),
  commentDepth: Type.Optional(Type.Integer({ minimum: 1, maximum: 10 })),
  pageSize: Type.Optional(Type.Integer({ minimum: 5, maximum: 100 })),
  assistantAnswer: Type.Optional(Type.Boolean()),
  points: Type.Optional(Type.Boolean()),
  template: Type.Optional(Text(0, 10_000)),
  sort: Type.Optional(OneOf(sorts)),
})

const nameEn = Type.Optional(Type.Union([Line(1, 40), Type.Null()]))
const fields = {
  slug: Slug,
  name: Line(1, 40),
  /** For readers in English; `name` where absent. */
  nameEn,
  about: Type.Optional(Text(0, 300)),
  aboutEn: Type.Optional(Type.Union([Text(0, 300), Type.Null()])),
  order: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
  audience: Type.Optional(Words),
  settings: Type.Optional(Settings),
}

export const NewBoard = Fields({ ...fields, kind: OneOf(postKinds) })
export const ChangedBoard = Fields({ ...fields, slug: Type.Optional(Slug), name: Type.Optional(Line(1, 40)) })

const categoryNameEn = Type.Optional(Type.Union([Line(1, 30), Type.Null()]))
const order = Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 }))
export const NewCategory = Fields({
  /** Slug or id. */
  board: Type.String({ maxLength: 60 }),
  parentId: Type.Optional(Type.Union([Id('cat'), Type.Null()])),
  name: Line(1, 30),
  nameEn: categoryNameEn,
  order,
})
export const ChangedCategory = Fields({ name: Type.Optional(Line(1, 30)), nameEn: categoryNameEn, order })
