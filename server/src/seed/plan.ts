import type { Locale } from '../kernel/problem.ts'
import type { Chance } from './random.ts'

export const sizes = { s: 0.2, m: 1, l: 20 } as const
export type Size = keyof typeof sizes

/** One who writes here. */
export interface Person {
  key: string
  email: string
  nickname: string
  bio: string
  locale: Locale
  role: 'admin' | 'moderator' | 'member' | 'newbie'
  joinedAt: Date
}

export type TextKind = 'question' | 'answer' | 'archive' | 'talk' | 'gathering' | 'notice' | 'comment'

/** A text that somebody writes at some time. Its name stands for it whatever the run. */
export interface PlannedText {
  name: string
  kind: TextKind
  locale: Locale
  by: Person
  at: Date
  /** Of an answer: the question; of a comment: what it stands under. */
  under?: PlannedText
  /** Of a comment: the one that it answers. */
  replyTo?: PlannedText
  /** Of an archive entry: the question that it grew out of. */
  grownFrom?: PlannedText
  /** Path of its category in English. */
  category?: string
  isPinned?: boolean
  /** What goes over the wire besides the category. */
  input: Record<string, unknown>
}

export interface Acceptance {
  question: PlannedText
  answer: PlannedText
  at: Date
}

/** A like, a bookmark, a follow: one member and one subject. */
export interface Response {
  kind: 'like' | 'bookmark' | 'follow'
  by: Person
  to: PlannedText | Person
  at: Date
}

export interface Views {
  of: PlannedText
  readers: number
}

export interface Plan {
  people: Person[]
  texts: PlannedText[]
  acceptances: Acceptance[]
  responses: Response[]
  views: Views[]
}

/** What the parts of the plan are made with. */
export interface Frame {
  chance: Chance
  locales: Locale[]
  size: Size
  /** How many, by the size: `scaled(120)`. */
  scaled(atM: number): number
  start: Date
  end: Date
}

const dayMs = 24 * 3600_000
export const historyDays = 90

export const createFrame = (chance: Chance, locales: Locale[], size: Size, end: Date): Frame => ({
  chance,
  locales,
  size,
  scaled: (atM) => Math.max(1, Math.round(atM * sizes[size])),
  start: new Date(end.getTime() - historyDays * dayMs),
  end,
})

/** A share of the whole history, 0 to 1, as a time. */
export const timeAt = ({ start, end }: Frame, share: number): Date =>
  new Date(start.getTime() + share * (end.getTime() - start.getTime()))

/** Some hours after `from`; what would lie behind the end comes a little before it, in order still. */
export function later({ chance, end }: Frame, name: string, from: Date, minHours: number, maxHours: number): Date {
  const hours = minHours + chance.of(`${name} hours`) ** 2 * (maxHours - minHours)
  const at = from.getTime() + hours * 3600_000
  if (at < end.getTime()) return new Date(at)
  return new Date(from.getTime() + (end.getTime() - from.getTime()) * (0.3 + 0.6 * chance.of(`${name} late`)))
}
