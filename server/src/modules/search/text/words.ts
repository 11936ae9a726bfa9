import { stemmer } from 'stemmer'

/** `syllables`: written without letters between them (Hangul, Han, kana): its terms are bigrams. */
export interface Word {
  /** Lower case; of a syllabic word as written. */
  text: string
  at: number
  end: number
  syllables: boolean
  /** What it is made of, where that can be looked for too: 10km → 10, km. */
  parts: string[]
  /** Only itself will do: c++, node.js. */
  whole: boolean
}

const pattern = new RegExp(
  [
    '(?<hangul>[가-힣ㄱ-ㆎ]+)',
    '(?<cjk>[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー]+)',
    // bounded: whatever has no sign at its end would be read to its end from each of its letters
    '(?<signed>[A-Za-z]\\w{0,30}(?:\\+\\+|#)(?![A-Za-z0-9]))',
    '(?<dotted>(?<![A-Za-z0-9])\\.?[A-Za-z][A-Za-z0-9]*(?:\\.[A-Za-z][A-Za-z0-9]*)+|(?<![\\p{L}\\p{N}.])\\.[A-Za-z]{2,}[A-Za-z0-9]*)',
    '(?<number>\\d{1,3}(?:,\\d{3})+(?![\\d])|\\d+(?:\\.\\d+)+)',
    "(?<latin>[A-Za-z0-9]+(?:['’][A-Za-z]+)*(?:-[A-Za-z0-9]+)*)",
    '(?<other>[\\p{L}\\p{N}\\p{M}]+)',
  ].join('|'),
  'gu',
)

const letterRuns = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g
const initialism = /^\.?(?:[A-Za-z]\.)+[A-Za-z]$/

const plainWord = (text: string) =>
  text
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/['’]/g, '')

/** The words of a normalised text with their places. */
export function* wordsOf(text: string): Generator<Word> {
  for (const match of text.matchAll(pattern)) {
    const [found] = match
    const groups = match.groups ?? {}
    const at = match.index
    const word: Word = {
      text: found.toLowerCase(),
      at,
      end: at + found.length,
      syllables: groups['hangul'] !== undefined || groups['cjk'] !== undefined,
      parts: [],
      whole: false,
    }
    if (groups['signed']) word.whole = true
    else if (groups['dotted']) dotted(word, found)
    else if (groups['number']) word.text = found.replaceAll(',', '')
    else if (groups['latin']) latin(word, found)
    yield word
  }
}

function dotted(word: Word, found: string): void {
  if (initialism.test(found)) {
    word.text = word.text.replaceAll('.', '')
    return
  }
  word.whole = true
  word.parts = word.text.split('.').filter((part) => part !== '')
}

function latin(word: Word, found: string): void {
  const pieces = found.split('-')
  word.text = pieces.map(plainWord).join('')
  const parts = pieces.flatMap(partsOf)
  if (parts.length > 1) word.parts = parts
}

function partsOf(piece: string): string[] {
  const runs = /['’]/.test(piece) ? [] : (piece.match(letterRuns) ?? [])
  return runs.every((run) => run.length > 1 || /\d/.test(run)) && runs.length > 1
    ? runs.map((run) => run.toLowerCase())
    : [plainWord(piece)]
}

const stems = new Map<string, string>()
/** Porter's stem of an English word, as M. F. Porter, "An algorithm for suffix stripping", 1980; others as they are. */
export function stemOf(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word
  let stem = stems.get(word)
  if (stem === undefined) {
    stem = stemmer(word)
    if (stems.size > 50_000) stems.clear()
    stems.set(word, stem)
  }
  return stem
}
