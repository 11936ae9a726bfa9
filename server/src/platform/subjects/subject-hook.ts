import type { Tx } from '../database.ts'
import type { SubjectKind, SubjectRecord } from './subject-kind.ts'

/** What a module is told of written subjects, in the writer's transaction: the embedded search index lives on it. */
export interface SubjectHook {
  /** After the rows of these subjects were written; states may be any. It may write only its own tables. */
  written(tx: Tx, records: (SubjectRecord & { kind: SubjectKind })[]): Promise<void>
  /** After a counter changed, outside the kind's own rows. `changes`: what was added to which. */
  counted?(tx: Tx, id: string, counts: SubjectCounts, changes: Partial<SubjectCounts>): Promise<void>
}

export interface SubjectCounts {
  likes: number
  dislikes: number
  comments: number
  bookmarks: number
  views: number
}
