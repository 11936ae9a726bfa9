import { type Static, Type } from 'typebox'
import { Nullable, OneOf } from '../../kernel/schema.ts'

export { profileChanged } from './events.ts'

/** What a list shows of a member. A withdrawn one keeps the id and loses name and picture. */
export const MemberCard = Type.Object({
  id: Type.String(),
  nickname: Type.String(),
  avatarUrl: Nullable(Type.String()),
  status: OneOf(['active', 'suspended', 'withdrawn']),
})
export type MemberCard = Static<typeof MemberCard>

export interface IdentityApi {
  /** Cards by member id, from memory where known; an unknown id is absent. */
  cards(ids: Iterable<string | null>): Promise<Map<string, MemberCard>>
  /** Ids of living members by nickname, ignoring case; an unknown name is absent. Keys are as asked. */
  idsOfNicknames(nicknames: string[]): Promise<Map<string, string>>
  /** Ids of the members who are administrators now, the first of them first. */
  administrators(): Promise<string[]>
}
