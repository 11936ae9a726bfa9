import { type Static, Type } from 'typebox'
import { Nullable, PageOf, Time } from '../../src/kernel/schema.ts'
import { MemberCard } from '../../src/modules/identity/index.ts'
import { OwnResponse } from '../../src/modules/interactions/index.ts'

export const NoteView = Type.Object({
  id: Type.String(),
  title: Type.String(),
  body: Type.String(),
  version: Type.Integer(),
  author: Nullable(MemberCard),
  createdAt: Time,
  updatedAt: Time,
  counts: Type.Object({ likes: Type.Integer(), dislikes: Type.Integer(), comments: Type.Integer() }),
  own: OwnResponse,
  can: Type.Object({ edit: Type.Boolean(), delete: Type.Boolean() }),
})
export type NoteView = Static<typeof NoteView>
export const NotePage = PageOf(NoteView)
