import type { Locale } from '../kernel/problem.ts'
import { createFrame, type Plan, type Size } from './plan.ts'
import { planBoards } from './plan-boards.ts'
import { planPeople } from './plan-people.ts'
import { planArchive, planQuestions } from './plan-questions.ts'
import { planMoreComments, planResponses, planViews } from './plan-responses.ts'
import { createChance } from './random.ts'
import { readTexts, type Texts } from './texts.ts'

export interface PlanOptions {
  locales: Locale[]
  size: Size
  seed: number
  /** Nothing happens at or after it. */
  end: Date
}

/** Everything that the made-up community did, the same for the same options. */
export function makePlan({ locales, size, seed, end }: PlanOptions): Plan {
  const frame = createFrame(createChance(seed), locales, size, end)
  const people = planPeople(frame)
  const wordsOf = new Map<Locale, Texts>(locales.map((locale) => [locale, readTexts(locale)]))
  const perLocale = [...wordsOf].map(([locale, texts]) => {
    const threads = planQuestions(frame, people, locale, texts)
    const archive = planArchive(frame, people, locale, texts, threads)
    return {
      acceptances: threads.acceptances,
      texts: [...threads.texts, ...archive, ...planBoards(frame, people, locale, texts)],
    }
  })
  const written = perLocale.flatMap(({ texts }) => texts)
  const texts = [...written, ...planMoreComments(frame, people, written, wordsOf)]
  return {
    people,
    texts,
    acceptances: perLocale.flatMap(({ acceptances }) => acceptances),
    responses: planResponses(frame, people, texts),
    views: planViews(frame, texts),
  }
}
