import type { Locale } from '../kernel/problem.ts'
import type { Frame, Person, PlannedText, Response, TextKind, Views } from './plan.ts'
import { later } from './plan.ts'
import { writersAt } from './plan-people.ts'
import type { Texts } from './texts.ts'

const atM = { comments: 300, likes: 800, bookmarks: 220, follows: 90 }
const weight: Record<TextKind, number> = {
  ...{ answer: 3, talk: 3, archive: 2, question: 2, gathering: 1.5, notice: 1, comment: 0.5 },
}
const keptKinds = new Set<TextKind>(['question', 'archive', 'talk', 'gathering'])

const latest = (a: Date, b: Date) => new Date(Math.max(a.getTime(), b.getTime()))

/** A few are liked by many, most by some. */
const popularity = ({ chance }: Frame, { name, kind }: PlannedText) =>
  weight[kind] * (0.1 + chance.of(`popular ${name}`) ** 3)

/** Shares `total` out by weight; nobody gets more than `most`. */
function shared<T>(
  items: T[],
  total: number,
  weightOf: (item: T) => number,
  most: (item: T) => number,
): Map<T, number> {
  const sum = items.reduce((all, item) => all + weightOf(item), 0)
  let carried = 0
  return new Map(
    items.map((item) => {
      carried += (total * weightOf(item)) / sum
      const n = Math.min(Math.floor(carried + 1e-6), most(item))
      carried -= n
      return [item, n]
    }),
  )
}

/** Short remarks until there are as many comments as the size asks for. */
export function planMoreComments(
  frame: Frame,
  people: Person[],
  texts: PlannedText[],
  wordsOf: Map<Locale, Texts>,
): PlannedText[] {
  const { chance } = frame
  const written = texts.filter(({ kind }) => kind === 'comment').length
  const missing = Math.max(0, frame.scaled(atM.comments) - written)
  const open = texts.filter(({ kind }) => kind !== 'comment' && kind !== 'notice')
  const counts = shared(
    open,
    missing,
    (text) => 0.3 + chance.of(`talked about ${text.name}`) ** 2,
    () => 4,
  )
  return [...counts].flatMap(([under, n]) => {
    const { locale, kind, name } = under
    const pool = wordsOf.get(locale)?.replies[kind as 'talk'] ?? []
    const words = chance.shuffle(`remarks ${name}`, pool).slice(0, n)
    return words.map((body, m): PlannedText => {
      const own = `${name}:remark-${m + 1}`
      const at = later(frame, own, under.at, 0.3, 60)
      const by = chance.pick(`by ${own}`, writersAt(people, locale, at, [under.by]))
      return { ...{ name: own, kind: 'comment', locale, by, at, under }, input: { body } }
    })
  })
}

export function planResponses(frame: Frame, people: Person[], texts: PlannedText[]): Response[] {
  const { chance, end } = frame
  const readers = people.filter(({ role }) => role !== 'newbie')
  const others = (author: Person, before: Date) =>
    readers.filter((one) => one.key !== author.key && one.joinedAt < before)
  const given = (kind: 'like' | 'bookmark', subjects: PlannedText[], total: number): Response[] => {
    const most = (text: PlannedText) => Math.floor(others(text.by, end).length * (kind === 'like' ? 0.7 : 0.4))
    return [...shared(subjects, total, (text) => popularity(frame, text), most)].flatMap(([to, n]) =>
      chance.sample(`${kind} ${to.name}`, others(to.by, end), n).map((by): Response => {
        const name = `${kind} ${to.name} ${by.key}`
        const from = latest(by.joinedAt, to.at)
        return { kind, by, to, at: later(frame, name, from, 0.1, 24 * 12) }
      }),
    )
  }
  const follows = Array.from({ length: frame.scaled(atM.follows) }, (_, n): Response | undefined => {
    const by = chance.pick(`follower ${n}`, readers)
    const to = chance.pick(`followed ${n}`, others(by, end))
    const from = latest(by.joinedAt, to.joinedAt)
    return { kind: 'follow', by, to, at: later(frame, `follow ${n}`, from, 5, 24 * 30) }
  }).filter((response) => response !== undefined)
  const kept = texts.filter(({ kind }) => keptKinds.has(kind))
  return [
    ...given('like', texts, frame.scaled(atM.likes)),
    ...given('bookmark', kept, frame.scaled(atM.bookmarks)),
    ...follows,
  ]
}

/** Readers without an account count too: popular and older texts have more. */
export function planViews(frame: Frame, texts: PlannedText[]): Views[] {
  const { chance, start, end } = frame
  const most = frame.size === 'm' ? 90 : 12
  return texts
    .filter(({ kind }) => kind !== 'comment' && kind !== 'answer')
    .map((of) => {
      const age = (end.getTime() - of.at.getTime()) / (end.getTime() - start.getTime())
      const readers = 3 + Math.floor(most * (0.15 + 0.85 * chance.of(`popular ${of.name}`) ** 2) * (0.35 + 0.65 * age))
      return { of, readers }
    })
}
