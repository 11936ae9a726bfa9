import type { SubjectCard } from '../../api/wire.ts'
import type { Board } from './types.ts'

/** `comment:pst_…`: which composer a draft belongs to. */
const keyForm = /^(post|comment|reply|answer|edit):([a-z]{3}_[0-9a-hjkmnp-tv-z]{26})$/

const edits: Record<string, DraftOf> = { pst: 'edit-post', ans: 'edit-answer', cmt: 'edit-comment' }

export type DraftOf = 'post' | 'comment' | 'reply' | 'answer' | 'edit-post' | 'edit-answer' | 'edit-comment' | 'other'

export type DraftTarget = {
  of: DraftOf
  /** Where it would be, by its name; null when that is gone. */
  place: string | null
  /** Where one goes on with it. */
  to: string | null
}

/** What the draft under a key belongs to; undefined for a key of another form. */
export const subjectIdOf = (key: string): string | undefined => keyForm.exec(key)?.[2]

type Known = { boards: readonly Board[]; cards: readonly SubjectCard[]; nameOf: (board: Board) => string }

/** What a draft is of, as far as its place is still to be seen. */
export function targetOf(key: string, { boards, cards, nameOf }: Known): DraftTarget {
  const [, act = '', id = ''] = keyForm.exec(key) ?? []
  if (act === 'post') {
    const board = boards.find((one) => one.id === id)
    return { of: 'post', place: board ? nameOf(board) : null, to: board ? `/write?to=${board.slug}` : null }
  }
  const card = cards.find((one) => one.id === id)
  const of = (act === 'edit' ? edits[id.slice(0, 3)] : (act as DraftOf)) || 'other'
  if (!card) return { of, place: null, to: null }
  return {
    of,
    place: of === 'edit-post' || card.kind === 'comment' ? (card.container?.title ?? card.title) : card.title,
    to: of === 'edit-post' ? `/posts/${id}/edit` : card.link,
  }
}
