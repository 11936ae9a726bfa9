import type { Locale } from '../kernel/problem.ts'
import { cut } from '../kernel/text.ts'
import type { Acceptance, Frame, Person, PlannedText } from './plan.ts'
import { later, timeAt } from './plan.ts'
import { askersAt, writersAt } from './plan-people.ts'
import { remarksUnder } from './plan-remarks.ts'
import { type ErrorText, type QuestionText, type Replies, readErrors, type Texts } from './texts.ts'

const questionsAtM = 120
const archiveAtM = 60
/** Of a community in both languages. */
const share: Record<Locale, number> = { ko: 0.6, en: 0.4 }

export interface PlannedThreads {
  texts: PlannedText[]
  acceptances: Acceptance[]
}

/** `{where}` and its like in a pattern, by the error's words. */
const filled = (pattern: string, words: Record<string, string>) =>
  pattern.replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? '')

const wordsOf = (error: ErrorText, locale: Locale) => ({
  ...{ error: cut(error.error, 60), environment: error.environment },
  ...error[locale],
})
const tagsIn = (locale: Locale, tags: string[]) =>
  locale === 'ko' ? tags : tags.filter((tag) => /^[\x20-\x7e]+$/.test(tag))

/** The n-th short question about an error; after all errors had their turn, in other words. */
function shortQuestion(
  frame: Frame,
  locale: Locale,
  replies: Replies,
  { error, isFirst }: { error: ErrorText; isFirst: boolean },
  n: number,
): QuestionText {
  const { chance } = frame
  const { ask } = replies
  const name = `ask ${locale} ${n}`
  const words = wordsOf(error, locale)
  const isAnswered = chance.of(`${name} answered`) < 0.75
  const isAccepted = chance.of(`${name} accepted`) < 0.45
  const thanks = { asker: chance.pick(`${name} thanks`, replies.thanks) }
  const answer = filled(chance.pick(`${name} answer`, ask.answers), words)
  return {
    key: `${locale}-${n}`,
    category: error.category,
    tags: tagsIn(locale, error.tags),
    title: isFirst ? error[locale].title : filled(chance.pick(`${name} title`, ask.titles), words),
    body: [
      filled(chance.pick(`${name} opening`, ask.openings), words),
      `\`\`\`\n${error.error}\n\`\`\``,
      `${filled(ask.environment, words)} ${chance.pick(`${name} closing`, ask.closings)}`,
    ].join('\n\n'),
    ...(isAnswered
      ? { answers: [{ body: answer, ...(isAccepted ? { accepted: true, comments: [thanks] } : {}) }] }
      : {}),
  }
}

/** Questions of one language: the written ones spread over the later half, short ones about errors over all of it. */
export function planQuestions(frame: Frame, people: Person[], locale: Locale, texts: Texts): PlannedThreads {
  const count = frame.scaled(questionsAtM * (frame.locales.length > 1 ? share[locale] : 1))
  const written = frame.chance.shuffle(`written ${locale}`, texts.questions).slice(0, count)
  const errors = frame.chance.shuffle(`errors ${locale}`, readErrors())
  const short = Array.from({ length: count - written.length }, (_, n) => {
    const error = errors[n % errors.length]
    if (!error) throw new Error('no errors to ask about')
    return shortQuestion(frame, locale, texts.replies, { error, isFirst: n < errors.length }, n)
  })
  const all = [
    ...written.map((text, n) => {
      const place = (n + frame.chance.of(`when ${text.key}`)) / written.length
      return { text, share: 0.3 + 0.695 * place ** 0.6 }
    }),
    ...short.map((text) => ({ text, share: shareOf(frame, text) })),
  ]
  const threads = all.map((one) => planThread(frame, people, locale, one.text, timeAt(frame, one.share)))
  return {
    texts: threads.flatMap((thread) => thread.texts),
    acceptances: threads.flatMap((thread) => thread.acceptances),
  }
}

function shareOf({ chance }: Frame, { key, answers = [] }: QuestionText): number {
  const at = chance.of(`when ${key}`)
  // what waits for an answer is rather younger
  return answers.some(({ accepted }) => accepted) ? 0.03 + 0.94 * at : 0.35 + 0.64 * at ** 0.8
}

function planThread(frame: Frame, people: Person[], locale: Locale, text: QuestionText, at: Date): PlannedThreads {
  const { chance } = frame
  const by = chance.pick(`asker ${text.key}`, askersAt(people, locale, at))
  const name = `question:${text.key}`
  const { title, body, tags = [], category } = text
  const question: PlannedText = {
    ...{ name, kind: 'question', locale, by, at, input: { title, body, tags } },
    ...(category ? { category } : {}),
  }
  const out: PlannedThreads = { texts: [question], acceptances: [] }
  const answerers: Person[] = [by]
  let last = at
  for (const [n, { body: answerBody, accepted, comments = [] }] of (text.answers ?? []).entries()) {
    const answerName = `${name}:answer-${n + 1}`
    last = later(frame, answerName, last, 0.4, 20)
    const writer = chance.pick(`by ${answerName}`, writersAt(people, locale, last, answerers))
    answerers.push(writer)
    const answer: PlannedText = {
      ...{ name: answerName, kind: 'answer', locale, by: writer, at: last },
      ...{ under: question, input: { body: answerBody } },
    }
    out.texts.push(answer, ...remarksUnder(frame, people, answer, comments, by))
    if (accepted) out.acceptances.push({ question, answer, at: later(frame, `${answerName} accepted`, last, 0.2, 9) })
  }
  out.texts.push(...remarksUnder(frame, people, question, text.comments ?? [], by))
  return out
}

/** Archive entries: the written ones, those grown out of solved questions, then errors that nobody asked about. */
export function planArchive(
  frame: Frame,
  people: Person[],
  locale: Locale,
  texts: Texts,
  { acceptances }: PlannedThreads,
): PlannedText[] {
  const { chance } = frame
  const count = frame.scaled(archiveAtM * (frame.locales.length > 1 ? share[locale] : 1))
  const written = texts.archive.slice(0, count).flatMap((text, n): PlannedText[] => {
    const at = timeAt(frame, 0.2 + (0.78 * (n + chance.of(`when ${text.key}`))) / texts.archive.length)
    const by = chance.pick(`by ${text.key}`, writersAt(people, locale, at))
    const { key, title, body, tags = [], category, archive, comments = [] } = text
    const entry: PlannedText = {
      ...{ name: `archive:${key}`, kind: 'archive', locale, by, at, input: { title, body, tags, archive } },
      ...(category ? { category } : {}),
    }
    return [entry, ...remarksUnder(frame, people, entry, comments, by)]
  })
  const errors = chance.shuffle(`archive errors ${locale}`, readErrors())
  const solved = acceptances.filter(({ question }) => question.name.startsWith(`question:${locale}-`))
  const rest = Math.max(0, count - texts.archive.length)
  const entries = Array.from({ length: rest }, (_, n): PlannedText => {
    const from = solved[n]
    const error = from ? errorIn(from.question) : errors[n % errors.length]
    if (!error) throw new Error('no errors to write about')
    const at = from
      ? later(frame, `archive ${locale} ${n}`, from.at, 1, 40)
      : timeAt(frame, 0.02 + 0.97 * chance.of(`archive ${locale} ${n}`))
    const by = from?.question.by ?? chance.pick(`archive by ${locale} ${n}`, writersAt(people, locale, at))
    const words = wordsOf(error, locale)
    const { cause, fix } = error[locale]
    return {
      ...{ name: `archive:${locale}-${n}`, kind: 'archive', locale, by, at, category: error.category },
      ...(from ? { grownFrom: from.question } : {}),
      input: {
        title: filled(texts.replies.ask.archive.title, words),
        body: filled(texts.replies.ask.archive.body, words),
        tags: tagsIn(locale, error.tags),
        archive: { error: error.error, environment: words.environment, cause, fix },
      },
    }
  })
  return [...written, ...entries]
}

function errorIn(question: PlannedText): ErrorText | undefined {
  const body = String(question.input['body'])
  return readErrors().find(({ error }) => body.includes(error))
}
