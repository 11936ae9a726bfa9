import { type Static, Type } from 'typebox'
import { Fields, Nullable, OneOf, Text, Time } from '../../../kernel/schema.ts'
import { MemberCard } from '../../identity/index.ts'
import { Mention, OwnResponse } from '../../interactions/index.ts'

export const AnswerText = Fields({ body: Text(1, 30_000) })

export const AnswerView = Type.Object({
  id: Type.String(),
  questionId: Type.String(),
  /** Opens the question at this answer. */
  link: Type.String(),
  /** Markdown as written. */
  body: Type.String(),
  mentions: Type.Array(Mention),
  /** Null for the assistant, and for one who is gone. */
  author: Nullable(MemberCard),
  byAssistant: Type.Boolean(),
  accepted: Type.Boolean(),
  comments: Type.Integer(),
  likes: Type.Integer(),
  dislikes: Type.Integer(),
  /** How often it is kept: for its author alone. */
  bookmarks: Nullable(Type.Integer()),
  createdAt: Time,
  editedAt: Nullable(Time),
  version: Type.Integer(),
  reactions: Type.Array(OneOf(['like', 'dislike'])),
  commentDepth: Type.Integer(),
  own: OwnResponse,
  can: Type.Object({
    edit: Type.Boolean(),
    delete: Type.Boolean(),
    accept: Type.Boolean(),
    comment: Type.Boolean(),
    react: Type.Boolean(),
  }),
})
export type AnswerView = Static<typeof AnswerView>
