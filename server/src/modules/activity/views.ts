import { Type } from 'typebox'
import { Nullable, OneOf, PageOf, Time } from '../../kernel/schema.ts'
import { MemberCard } from '../identity/index.ts'
import { SubjectCard } from '../interactions/index.ts'
import { targetKinds } from './follow.ts'

/** `published` · `accepted` another's answer · an own answer `was-accepted`. */
export const ActView = Type.Object({ id: Type.String(), verb: Type.String(), at: Time, subject: SubjectCard })
export const ActivityPage = PageOf(ActView)

export const HomeView = Type.Object({
  places: Type.Array(Type.String(), {
    description: 'Where the caller may see what is new: to be followed live, at most 50',
  }),
  sections: Type.Array(
    Type.Object({
      kind: Type.String({ description: 'A kind of subject, or its variant: question, discussion, answer' }),
      items: Type.Array(SubjectCard),
    }),
  ),
})
export const FeedPage = PageOf(SubjectCard)

export const FollowingView = Type.Object({ following: Type.Boolean() })
export const FollowsPage = PageOf(
  Type.Object({
    kind: OneOf(targetKinds),
    id: Type.String(),
    name: Type.String(),
    link: Type.String(),
    member: Nullable(MemberCard),
    at: Time,
  }),
)
export const ActivitySettings = Type.Object({ hiddenKinds: Type.Array(Type.String()) })
