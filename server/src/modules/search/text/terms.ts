import { withoutEnding } from './endings.ts'
import { bigramsOf, initialsOf, isLoneJamo, isSyllable } from './hangul.ts'
import { normalise } from './normalise.ts'
import { allowedEdits } from './typo.ts'
import { stemOf, type Word, wordsOf } from './words.ts'

/** Names of terms beside the plain ones, which hold title, tags and body together. */
export const inTitle = (term: string): string => `t:${term}`
/** In title or tags, and not in the body. */
export const notInBody = (term: string): string => `o:${term}`
/** A word of title or tags begins with this syllable. */
export const wordStart = (syllable: string): string => `s:${syllable}`
/** Two 초성 that follow each other in title or a tag, blanks left out. */
export const initialPair = (pair: string): string => `i:${pair}`

/** The first two 초성 of title or a tag: what begins so comes first. */
export const firstPair = (pair: string): string => `p:${pair}`

export interface TermUse {
  count: number
  /** It began a word at least once: 주문 in 주문내역, not in 방주문화. */
  starts: boolean
  /** It stands in the title. */
  title: boolean
}

export interface DocumentTerms {
  terms: Map<string, TermUse>
  /** How many plain terms were counted, title twice: the length that BM25 knows. */
  length: number
  /** Words for corrections: of the body those that can be mistyped, without their endings. */
  words: Set<string>
  /** Words of title and tags, for suggestions too. */
  headWords: Set<string>
}

/** Terms of one word in a document: all that a question may ask it by. */
export function termsOfWord(word: Word): string[] {
  if (!word.syllables) return [word.whole ? word.text : stemOf(word.text), ...word.parts.map(stemOf)]
  const letters = [...word.text]
  return letters.length === 1 ? letters : bigramsOf(word.text)
}

const titleCounts = 2
const longestWord = 40

/** Every term of a document. Plain terms of the title count twice (measured: more helps nobody). */
export function documentTerms(document: { title: string; body: string; tags: string[] }): DocumentTerms {
  const terms = new Map<string, TermUse>()
  const words = new Set<string>()
  const headWords = new Set<string>()
  let length = 0
  const add = (term: string, starts: boolean, times = 1, title = false) => {
    const use = terms.get(term)
    if (!use) terms.set(term, { count: times, starts, title })
    else {
      use.count += times
      use.starts ||= starts
      use.title ||= title
    }
  }
  const learn = ({ text, syllables }: Word) => {
    const bare = syllables ? withoutEnding(text) : text
    if (allowedEdits(bare) > 0 && bare.length <= longestWord) words.add(bare)
  }
  for (const word of wordsOf(normalise(document.body))) {
    learn(word)
    for (const [i, term] of termsOfWord(word).entries()) {
      add(term, i === 0 || !word.syllables)
      length++
    }
  }
  const inBody = new Set(terms.keys())
  const head = (text: string, times: number, mark: boolean) => {
    let before: Word | undefined
    const found = [...wordsOf(normalise(text))]
    for (const word of found) {
      if (word.text.length <= longestWord) headWords.add(word.text)
      learn(word)
      const own = termsOfWord(word)
      if (before && !before.syllables && !word.syllables && !word.whole) own.push(stemOf(before.text + word.text))
      for (const [i, term] of own.entries()) {
        add(term, i === 0 || !word.syllables, times, mark)
        length += times
        if (mark) add(inTitle(term), true)
        if (!inBody.has(term)) add(notInBody(term), true)
      }
      const start = [...word.text][0]
      if (start && word.syllables) add(wordStart(start), true)
      before = word
    }
    const initials = initialsOf(found.map((word) => word.text).join(''))
    for (const [i, pair] of bigramsOf(initials).entries()) {
      add(initialPair(pair), true)
      if (i === 0) add(firstPair(pair), true)
    }
  }
  head(document.title, titleCounts, true)
  for (const tag of document.tags) head(tag, titleCounts, false)
  return { terms, length, words, headWords }
}

/** Hangul with at least one letter that is no whole syllable: 스ㅍㄹ, ㅅㅍㄹ. */
export const hasInitials = (text: string): boolean =>
  [...text].some(isLoneJamo) && [...text].every((letter) => isLoneJamo(letter) || isSyllable(letter))

/** The term tells a field apart when documents are looked for; nothing is ranked by it. */
export const onlyFinds = (term: string): boolean => /^[to]:/.test(term)

/** The term exists for title and tags only. */
export const isOfHead = (term: string): boolean => /^[sip]:/.test(term)
