import type { Locale } from '../kernel/problem.ts'
import { type Frame, type Person, type PlannedText, timeAt } from './plan.ts'
import { writersAt } from './plan-people.ts'
import { remarksUnder } from './plan-remarks.ts'
import type { Texts } from './texts.ts'

const dayMs = 24 * 3600_000

/** Talk over the whole time, gatherings in the last weeks, notices at the beginning and now and then. */
export function planBoards(frame: Frame, people: Person[], locale: Locale, texts: Texts): PlannedText[] {
  const { chance } = frame
  const few = <T>(list: T[]) => (frame.size === 's' ? list.slice(0, Math.max(3, Math.ceil(list.length / 3))) : list)
  const withRemarks = (text: PlannedText, remarks: Parameters<typeof remarksUnder>[3] = []) => [
    text,
    ...remarksUnder(frame, people, text, remarks, text.by),
  ]

  const talk = few(chance.shuffle(`talk ${locale}`, texts.talk)).flatMap(
    ({ key, title, body, tags = [], category, comments }, n, all) => {
      const at = timeAt(frame, 0.1 + 0.89 * ((n + chance.of(`when ${key}`)) / all.length) ** 0.6)
      const by = chance.pick(`by ${key}`, writersAt(people, locale, at))
      const text: PlannedText = {
        ...{ name: `talk:${key}`, kind: 'talk', locale, by, at, input: { title, body, tags } },
        ...(category ? { category } : {}),
      }
      return withRemarks(text, comments)
    },
  )

  const gatherings = few(texts.gatherings).flatMap(
    ({ key, title, body, tags = [], capacity, days, comments }, n, all) => {
      const at = timeAt(frame, 0.72 + (0.27 * (n + chance.of(`when ${key}`))) / all.length)
      const by = chance.pick(`by ${key}`, writersAt(people, locale, at))
      const deadline = new Date(at.getTime() + days * dayMs).toISOString()
      const input = { title, body, tags, recruitment: { capacity, deadline } }
      return withRemarks({ name: `gathering:${key}`, kind: 'gathering', locale, by, at, input }, comments)
    },
  )

  const notices = texts.notices.flatMap(({ key, title, body, by: role, pinned = false }, n, all) => {
    const by = people.find((person) => person.role === role)
    if (!by) return []
    const at = timeAt(frame, n === 0 ? 0.012 : 0.03 + (0.94 * n) / all.length)
    return [
      { name: `notice:${key}`, kind: 'notice' as const, locale, by, at, isPinned: pinned, input: { title, body } },
    ]
  })
  return [...talk, ...gatherings, ...notices]
}
