import { type Actor, isAdmin, isMember, isModerator } from '../../kernel/actor.ts'
import type { Board, PostKind } from './boards/board.ts'

type Who = 'author' | 'moderator' | 'admin'

/** Who may do what to whose text; the state of the text may still forbid it. An admin may all, audited. */
const policy = {
  'post.edit': ['author'],
  'post.edit-answered': ['moderator'],
  'post.delete': ['author', 'moderator'],
  'post.restore': ['author', 'moderator'],
  'post.set-status': ['author'],
  'post.add-note': ['author'],
  'post.accept': ['author'],
  'post.withdraw-acceptance': ['moderator'],
  'post.pin': ['moderator'],
  'post.lock': ['moderator'],
  'post.move': ['moderator'],
  'post.approve': ['moderator'],
  'post.see-hidden': ['author', 'moderator'],
  'answer.edit': ['author'],
  'answer.edit-accepted': ['moderator'],
  'answer.delete': ['author', 'moderator'],
  'answer.restore': ['author', 'moderator'],
  'board.manage': ['admin'],
} as const satisfies Record<string, readonly Who[]>

export type Act = keyof typeof policy

const is: Record<Who, (actor: Actor, authorId: string | null) => boolean> = {
  author: (actor, authorId) => isMember(actor) && actor.id === authorId,
  moderator: isModerator,
  admin: isAdmin,
}

export const may = (act: Act, actor: Actor, authorId: string | null = null): boolean =>
  isAdmin(actor) || policy[act].some((who) => is[who](actor, authorId))

/** What leaves an audit row: every act of a moderator's office, and whatever is done to another's text. */
export const isAudited = (act: Act, actor: Actor, authorId: string | null): boolean =>
  actor.kind === 'member' && (actor.id !== authorId || !policy[act].some((who: Who) => who === 'author'))

/** Whether the actor wrote it. */
export const isOwn = (actor: Actor, { authorId }: { authorId: string | null }): boolean =>
  isMember(actor) && actor.id === authorId

/** What another's text may no longer be changed for, by its author, a moderator may set right. */
export const editOf = (
  question: { kind: PostKind; humanAnswers: number; authorId: string | null },
  actor: Actor,
): Act =>
  question.kind === 'question' && question.humanAnswers > 0 && !isOwn(actor, question)
    ? 'post.edit-answered'
    : 'post.edit'

export const editOfAnswer = (answer: { authorId: string | null }, isAccepted: boolean, actor: Actor): Act =>
  isAccepted && !isOwn(actor, answer) ? 'answer.edit-accepted' : 'answer.edit'

export const seesBoard = (board: Board, words: string[]): boolean => words.includes(`as:${board.id}`)

/** Where a member who sees the board may also act: its own words decide; moderators always may. */
export const mayOn = (board: Board, act: 'writers' | 'answerers' | 'commenters', actor: Actor, words: string[]) =>
  actor.kind !== 'guest' && (isModerator(actor) || board.settings[act].some((word) => words.includes(word)))
