import type { Lexicon } from '../index/lexicon.ts'
import { otherKeyboard } from '../text/keyboard.ts'
import { parseQuery, type Query, type Unit } from '../text/query.ts'

export interface Correction {
  /** What is looked for instead. */
  text: string
  query: Query
  why: 'keyboard' | 'typo'
}

const mostPerWord = 4
const mostTries = 6

/** Other readings of a question that finds next to nothing, the likeliest first: the other keyboard, then typing errors. */
export function* correctionsOf(text: string, query: Query, lexicon: Lexicon): Generator<Correction> {
  const typed = otherKeyboard(text)
  if (typed !== undefined) yield { text: typed, query: parseQuery(typed), why: 'keyboard' }
  const choices = query.units
    .filter(({ pattern }) => !pattern)
    .map((unit) => ({ unit, near: lexicon.near(unit.text, mostPerWord) }))
    .filter(({ near }) => near.length > 0)
  if (choices.length === 0) return
  const longest = Math.max(...choices.map(({ near }) => near.length))
  for (let i = 0; i < Math.min(longest, mostTries); i++) {
    const corrected = choices.reduce((so, { unit, near }) => replaced(so, unit, near[i] ?? near[0] ?? ''), text)
    yield { text: corrected, query: parseQuery(corrected), why: 'typo' }
  }
}

/** The word where the question says it, whatever its case and form; else the corrected word alone. */
function replaced(text: string, unit: Unit, word: string): string {
  const at = text.normalize('NFKC').toLowerCase().indexOf(unit.text)
  return at < 0
    ? word
    : text.normalize('NFKC').slice(0, at) + word + text.normalize('NFKC').slice(at + unit.text.length)
}
