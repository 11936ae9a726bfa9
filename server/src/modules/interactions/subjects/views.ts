import { type Static, Type } from 'typebox'
import { Nullable, OneOf, Time } from '../../../kernel/schema.ts'
import { MemberCard } from '../../identity/index.ts'

/** What the caller did to a subject. */
export const OwnResponse = Type.Object({
  reaction: Nullable(OneOf(['like', 'dislike'])),
  bookmarked: Type.Boolean(),
})
export type OwnResponse = Static<typeof OwnResponse>

/** A subject of any kind, as lists of mixed kinds show it. */
export const SubjectCard = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  /** What it is among its kind: a `post` is a `question`, an `archive` entry. */
  variant: Nullable(Type.String()),
  title: Type.String(),
  excerpt: Type.String(),
  link: Type.String(),
  author: Nullable(MemberCard),
  /** The board, question or subject that it stands in. */
  container: Nullable(
    Type.Object({
      id: Type.String(),
      kind: Type.String(),
      title: Type.String(),
      titleEn: Nullable(Type.String({ description: 'Where the operator named it in English too' })),
      link: Type.String(),
    }),
  ),
  status: Nullable(Type.String()),
  tags: Type.Array(Type.String()),
  locked: Type.Boolean(),
  likes: Type.Integer(),
  dislikes: Type.Integer(),
  comments: Type.Integer(),
  views: Type.Integer(),
  /** How often it is bookmarked: for its author alone. */
  bookmarks: Nullable(Type.Integer()),
  version: Type.Integer(),
  createdAt: Time,
  updatedAt: Time,
  own: OwnResponse,
  can: Type.Object({ react: Type.Boolean(), bookmark: Type.Boolean(), comment: Type.Boolean() }),
  /** What its kind alone shows. */
  details: Type.Record(Type.String(), Type.Unknown()),
})
/** As a handler answers it: the serializer writes times. */
export type SubjectCard = Omit<Static<typeof SubjectCard>, 'createdAt' | 'updatedAt'> & {
  createdAt: Date
  updatedAt: Date
}
