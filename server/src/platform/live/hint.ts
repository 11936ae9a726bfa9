import { prefixOf } from '../../kernel/id.ts'
import type { SubjectRow } from '../subjects/subjects.ts'
import type { Change } from './hint-buckets.ts'

/** What a screen hears without asking: something about this subject changed, fetch it again. */
export interface Hint {
  /** Of the newest event behind it: the cursor to go on from. */
  position: number
  /** The event's type. */
  type: string
  id: string
  /** The subject's version now; null when the listener may not see it any more, which is said once. */
  version: number | null
  counts?: { likes: number; dislikes: number; comments: number; views: number }
}

/** Events that are nobody's business but their member's or the staff's, though they name a subject. */
const hushed =
  /^(identity\.(?!member-renamed|profile-changed)|(moderation|ops|files|notifications|commerce|points|search|chat)\.|interactions\.(bookmark|draft|names|member))/

/** Runs of jobs are no subjects: administrators alone may follow them. */
export const isRun = (id: string): boolean => prefixOf(id) === 'run'

export const isAudible = (type: string, id: string): boolean => isRun(id) || !hushed.test(type)

export function hintOf({ id, type, position }: Change, row: SubjectRow | undefined): Hint {
  if (isRun(id)) return { position, type, id, version: 0 }
  if (!row) return { position, type, id, version: null }
  const { likes, dislikes, comments, views } = row
  return { position, type, id, version: row.version, counts: { likes, dislikes, comments, views } }
}
