import type { Locale } from '../kernel/problem.ts'
import { type Frame, type Person, timeAt } from './plan.ts'
import { type PersonText, readPeople } from './texts.ts'

const domain = 'demo.invalid'
const membersAtM = 40
/** Of a community in both languages. */
const koreanShare = 0.65

/** Nicknames made of two words, for more members than were written down. */
function made({ chance }: Frame, locale: Locale, count: number): PersonText[] {
  const { adjectives, nouns } = readPeople().more[locale]
  const all = adjectives.flatMap((adjective) => nouns.map((noun) => ({ nickname: adjective + noun, bio: '' })))
  return chance.shuffle(`more ${locale}`, all).slice(0, Math.max(0, count))
}

function namesOf(frame: Frame, locale: Locale, count: number): PersonText[] {
  const written = readPeople()[locale]
  const first = locale === frame.locales[0] ? written : written.filter(({ role }) => !role)
  return [...first.slice(0, count), ...made(frame, locale, count - first.length)]
}

/** The members: four with a role of the demo first, then the others as they joined. The newbie joined last. */
export function planPeople(frame: Frame): Person[] {
  const count = Math.max(8, frame.scaled(membersAtM))
  const [first = 'ko', second] = frame.locales
  const firsts = second ? Math.round(count * (first === 'ko' ? koreanShare : 1 - koreanShare)) : count
  const names = [
    ...namesOf(frame, first, firsts).map((text) => ({ text, locale: first })),
    ...(second ? namesOf(frame, second, count - firsts).map((text) => ({ text, locale: second })) : []),
  ]
  return names
    .map(({ text, locale }, n): Person => {
      const key = text.role ?? `${locale}-${n}`
      const share = text.role === 'newbie' ? 0.985 : text.role ? n / 500 : frame.chance.of(`joined ${key}`) ** 1.3 * 0.7
      return {
        ...{ key, locale, nickname: text.nickname, bio: text.bio, role: text.role ?? 'member' },
        email: `${text.role ?? `demo-${n}`}@${domain}`,
        joinedAt: timeAt(frame, 0.005 + share),
      }
    })
    .sort((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime())
}

/** Who was there at that time and writes: not the newbie, of that language, none of `but`. */
export function writersAt(people: Person[], locale: Locale, at: Date, but: Person[] = []): Person[] {
  const there = people.filter(
    (person) =>
      person.locale === locale &&
      person.role !== 'newbie' &&
      person.joinedAt < at &&
      !but.some(({ key }) => key === person.key),
  )
  return there.length ? there : people.filter(({ role }) => role === 'admin')
}

/** Those among them who would ask: whoever keeps the house answers rather. */
export function askersAt(people: Person[], locale: Locale, at: Date): Person[] {
  const there = writersAt(people, locale, at)
  const asking = there.filter(({ role }) => role === 'member')
  return asking.length ? asking : there
}
