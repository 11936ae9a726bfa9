import { assemble } from 'es-hangul'
import { isEnding, withoutEnding } from './endings.ts'
import { bigramsOf, initialsOf } from './hangul.ts'
import { initialsPattern } from './initials.ts'
import { normalise } from './normalise.ts'
import { shapesQuestion } from './question-words.ts'
import { firstPair, hasInitials, initialPair, wordStart } from './terms.ts'
import { stemOf, type Word, wordsOf } from './words.ts'

/** One word of a question: what a document must have to match it, and what it scores by. */
export interface Unit {
  /** The word as it is looked for, to mark it in a snippet: 회원 of 회원의. */
  text: string
  syllables: boolean
  /** Each clause must be met, by any of its terms. */
  clauses: string[][]
  scored: string[]
  /** The term that begins the word, where words are not told apart by blanks alone. */
  first?: string
  /** Regular expression that title or a tag must match besides. */
  pattern?: string
}

export interface Query {
  units: Unit[]
  /** So many of the units make a hit. */
  needed: number
  /** It is asked in a sentence: where hits are few, nearer and farther answers are better than none. */
  sentence: boolean
}

/**
 * Blanks inside a word may be missing or too many: 동물병원 finds 동물 병원. A blank costs one bigram, and no piece is
 * shorter than two syllables, so the first and the last bigram stand, and of two neighbours at least one.
 */
function syllabicClauses(bigrams: string[]): string[][] {
  const [first, ...rest] = bigrams
  const last = rest.pop()
  if (first === undefined) return []
  if (last === undefined) return [[first]]
  if (rest.length === 0) return [[first], [last]]
  return [[first], [last], ...rest.slice(1).map((bigram, i) => [rest[i] ?? bigram, bigram])]
}

function syllabicUnit(text: string): Unit {
  if ([...text].length === 1) {
    const terms = [text, wordStart(text)]
    return { text, syllables: true, clauses: [terms], scored: terms }
  }
  const bigrams = bigramsOf(text)
  const [first] = bigrams
  return { text, syllables: true, clauses: syllabicClauses(bigrams), scored: bigrams, ...(first ? { first } : {}) }
}

function initialsUnit(text: string): Unit {
  const pairs = bigramsOf(initialsOf(text))
  return {
    text,
    syllables: true,
    clauses: pairs.map((pair) => [initialPair(pair)]),
    scored: [...pairs.map(initialPair), ...pairs.slice(0, 1).map(firstPair)],
    pattern: initialsPattern(text),
  }
}

function latinUnit(word: Word): Unit {
  const own = word.whole ? word.text : stemOf(word.text)
  if (word.whole || word.parts.length === 0)
    return { text: word.text, syllables: false, clauses: [[own]], scored: [own] }
  const parts = word.parts.map(stemOf)
  return { text: word.text, syllables: false, clauses: parts.map((part) => [own, part]), scored: [own, ...parts] }
}

function unitOf(word: Word): Unit {
  if (!word.syllables) return latinUnit(word)
  if (!hasInitials(word.text)) return syllabicUnit(withoutEnding(word.text))
  const put = /[ㅏ-ㅣ]/.test(word.text) ? assemble([...word.text]) : word.text
  return hasInitials(put) ? initialsUnit(word.text) : syllabicUnit(withoutEnding(put))
}

/** So many of these words make a hit: three quarters, from six on half. */
export const neededOf = (words: number): number => (words < 6 ? Math.ceil(words * 0.75) : Math.ceil(words / 2))

/** A particle or ending written to a word of Latin letters: DB의, deploy하는. After a number it may count: 3만. */
const isAttached = (word: Word, before: Word | undefined) =>
  before?.end === word.at && /[a-z]$/.test(before.text) && isEnding(word.text)

/** What a question asks for. No unit: it has no word at all. */
export function parseQuery(text: string): Query {
  const words = [...wordsOf(normalise(text))].filter((word, i, all) => !isAttached(word, all[i - 1]))
  const telling = words.filter((word) => !shapesQuestion(word.text, word.syllables))
  const kept = telling.length > 0 ? telling : words
  // a lone jamo among words tells nothing: initials are looked for in pairs
  const known = kept.map(unitOf).filter(({ clauses }) => clauses.length > 0)
  const units = [...new Map(known.map((unit) => [unit.text, unit])).values()]
  return {
    units,
    needed: neededOf(units.length),
    sentence: (kept.length < words.length && units.length > 1) || units.length > 3,
  }
}
