import { type Actor, isMember } from '../../kernel/actor.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Audience, Reaction } from '../../platform/subjects/subject-kind.ts'
import type { SubjectRow } from '../../platform/subjects/subjects.ts'

/** How one subject may be responded to: its kind's rules, and what its container says otherwise. */
export interface Rules {
  /** 0: no comments. */
  commentDepth: number
  reactions: Reaction[]
  commenters: Audience | undefined
  bookmarks: boolean
  ownBookmarks: boolean
}

export async function rulesOf(platform: Platform, subject: Pick<SubjectRow, 'id' | 'containerId'>): Promise<Rules> {
  const kind = platform.subjects.kindOf(subject.id)
  if (!kind) throw new Error(`no kind of subject has the prefix of ${subject.id}`)
  const own = (await kind.responsesTo?.(platform.db, subject.id, subject)) ?? {}
  return {
    commentDepth: kind.comments ? (own.commentDepth ?? kind.comments.depth) : 0,
    reactions: own.reactions ? kind.reactions.filter((one) => own.reactions?.includes(one)) : kind.reactions,
    commenters: own.commenters,
    bookmarks: kind.bookmarks,
    ownBookmarks: kind.ownBookmarks ?? true,
  }
}

/** Whether the actor is among those who may comment there; a lock is another question. */
export async function isCommenter(platform: Platform, actor: Actor, { commentDepth, commenters }: Rules) {
  if (!isMember(actor) || !commentDepth) return false
  if (!commenters) return true
  const words = new Set(await platform.subjects.wordsOf(actor))
  return commenters.some((word) => words.has(word))
}
