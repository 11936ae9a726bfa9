import type { Actor } from '../../kernel/actor.ts'
import type { SubjectRow } from '../../platform/subjects/subjects.ts'
import type { Mention } from './mentions/mentions-of.ts'
import type { OwnResponse, SubjectCard } from './subjects/views.ts'

export * from './events.ts'
export { Mention } from './mentions/mentions-of.ts'
export { OwnResponse, SubjectCard } from './subjects/views.ts'

export interface InteractionsApi {
  /** The actor's own reactions and bookmarks; every asked id is there. A guest's are all empty, without a query. */
  own(actor: Actor, ids: string[]): Promise<Map<string, OwnResponse>>
  /** Cards of subjects that were already judged visible to the actor (`platform.subjects.load`), in their order. */
  cards(actor: Actor, rows: SubjectRow[]): Promise<SubjectCard[]>
  /** Who is meant by `@nickname` in the texts of these subjects; subjects without any are absent. */
  mentions(ids: string[]): Promise<Map<string, Mention[]>>
}
