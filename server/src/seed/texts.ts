import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Locale } from '../kernel/problem.ts'

/** What somebody says under a text: the one who asked, or anybody else. */
export type Remark = string | { asker: string }

interface Text {
  key: string
  title: string
  body: string
  tags?: string[]
  category?: string
  comments?: Remark[]
}
export interface QuestionText extends Text {
  answers?: { body: string; accepted?: boolean; comments?: Remark[] }[]
}
export interface ArchiveText extends Text {
  archive: { error: string; environment: string; cause: string; fix: string }
}
export interface GatheringText extends Text {
  capacity: number
  /** After the post: until when one can join. */
  days: number
}
export interface NoticeText extends Text {
  by: 'admin' | 'moderator'
  pinned?: boolean
}

export interface Replies {
  question: string[]
  answer: string[]
  archive: string[]
  talk: string[]
  gathering: string[]
  /** Of one whose question was answered. */
  thanks: string[]
  ask: {
    openings: string[]
    closings: string[]
    titles: string[]
    answers: string[]
    environment: string
    archive: { title: string; body: string }
  }
}

export interface Texts {
  questions: QuestionText[]
  archive: ArchiveText[]
  talk: Text[]
  gatherings: GatheringText[]
  notices: NoticeText[]
  replies: Replies
}

interface ErrorWords {
  title: string
  environment?: string
  where: string
  cause: string
  fix: string
}

/** An error of which short questions and archive entries are made. */
export type ErrorText = { error: string; category: string; tags: string[]; environment: string } & Record<
  Locale,
  ErrorWords
>

export interface PersonText {
  nickname: string
  bio: string
  role?: 'admin' | 'moderator' | 'member' | 'newbie'
}

export type PeopleTexts = Record<Locale, PersonText[]> & {
  more: Record<Locale, { adjectives: string[]; nouns: string[] }>
}

const known = new Map<string, unknown>()

function read(path: string): unknown {
  const text = known.get(path) ?? parse(readFileSync(new URL(`./texts/${path}.yaml`, import.meta.url), 'utf8'))
  known.set(path, text)
  return text
}

export const readTexts = (locale: Locale): Texts => ({
  questions: read(`${locale}/questions`) as QuestionText[],
  archive: read(`${locale}/archive`) as ArchiveText[],
  talk: read(`${locale}/talk`) as Text[],
  gatherings: read(`${locale}/gatherings`) as GatheringText[],
  notices: read(`${locale}/notices`) as NoticeText[],
  replies: read(`${locale}/replies`) as Replies,
})

export const readErrors = () => read('errors') as ErrorText[]
export const readPeople = () => read('people') as PeopleTexts
