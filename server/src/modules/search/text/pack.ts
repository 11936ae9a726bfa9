import { type DocumentTerms, onlyFinds, type TermUse } from './terms.ts'

/** Counts that three bits tell apart; the last is for 16 and more. */
const counts = [1, 2, 3, 4, 5.5, 8, 12, 20]
const bounds = [1, 2, 3, 4, 6, 9, 15]

/**
 * A term as 27 bits: FNV-1a over UTF-16 units with the finaliser of MurmurHash3, its upper bits. With a million terms
 * in an index one term in a hundred shares its hash with another.
 */
export function hashOf(term: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < term.length; i++) h = Math.imul(h ^ term.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 5
}

/** A hash as a lexeme of a tsvector: six characters, safe without quotes. */
export const lexemeOf = (hash: number): string => hash.toString(36).padStart(6, '0')

const codeOf = (count: number) => {
  const code = bounds.findIndex((bound) => count <= bound)
  return code < 0 ? counts.length - 1 : code
}

const base = 85
const zero = 35
const width = 5
const head = 2

/** 32 bits as five characters of ASCII in numeric order: text goes through the driver unchanged, bytes would go as hex. */
function put(value: number, into: number[], at: number): void {
  let rest = value
  for (let i = at + width - 1; i >= at; i--) {
    into[i] = zero + (rest % base)
    rest = Math.floor(rest / base)
  }
}

function read(text: string, at: number): number {
  let value = 0
  for (let i = at; i < at + width; i++) value = value * base + text.charCodeAt(i) - zero
  return value
}

const slice = 8192

const flags = { title: 16, starts: 8 }
const perHash = 32

/**
 * One document's terms: their number, the document's length, then the terms that rank, ascending, each 27 bits of hash,
 * one that says it stands in the title, one that it began a word, three of frequency. Packed documents can be strung
 * together. `hashes`: of all terms, also those that only find.
 */
export function pack({ terms, length }: Pick<DocumentTerms, 'terms' | 'length'>): { packed: string; hashes: number[] } {
  const hashes = new Set<number>()
  const byHash = new Map<number, TermUse>()
  for (const [term, use] of terms) {
    const hash = hashOf(term)
    hashes.add(hash)
    if (onlyFinds(term)) continue
    const same = byHash.get(hash)
    byHash.set(hash, {
      count: use.count + (same?.count ?? 0),
      starts: use.starts || (same?.starts ?? false),
      title: use.title || (same?.title ?? false),
    })
  }
  const entries = new Uint32Array(byHash.size)
  let n = 0
  for (const [hash, { count, starts, title }] of byHash)
    entries[n++] = hash * perHash + (title ? flags.title : 0) + (starts ? flags.starts : 0) + codeOf(count)
  entries.sort()
  const codes = new Array<number>((head + entries.length) * width)
  put(entries.length, codes, 0)
  put(length, codes, width)
  for (const [i, entry] of entries.entries()) put(entry, codes, (head + i) * width)
  let packed = ''
  for (let at = 0; at < codes.length; at += slice) packed += String.fromCharCode(...codes.slice(at, at + slice))
  return { packed, hashes: [...hashes] }
}

/** A packed document within a string of them. */
export interface Packed {
  text: string
  at: number
}

export const sizeOf = ({ text, at }: Packed): number => read(text, at)
export const lengthOf = ({ text, at }: Packed): number => read(text, at + width)

/** Where the packed document behind the one at this place begins. */
export const placeBehind = (text: string, at: number): number => at + width * (head + read(text, at))

/**
 * The entry of a term in a packed document, or -1 where it is absent. Hashes are spread evenly, so it is looked for where
 * it should stand: about three looks among 200 terms.
 */
export function entryIn({ text, at }: Packed, hash: number): number {
  const start = at + head * width
  const size = read(text, at)
  const from = hash * perHash
  const perEntry = size / 2 ** 32
  let low = 0
  let high = size - 1
  let place = Math.floor(from * perEntry)
  while (low <= high) {
    const entry = read(text, start + place * width)
    if (entry < from) low = place + 1
    else if (entry >= from + perHash) high = place - 1
    else return entry
    place = Math.min(high, Math.max(low, place + Math.trunc((from - entry) * perEntry)))
  }
  return -1
}

export const countIn = (entry: number): number => counts[entry & 7] ?? 0
export const startsIn = (entry: number): boolean => (entry & flags.starts) !== 0
export const titleIn = (entry: number): boolean => (entry & flags.title) !== 0

/** The hashes of a packed document: what a fold adds to the frequencies, or takes from them. */
export function hashesIn(document: Packed): Uint32Array {
  const hashes = new Uint32Array(sizeOf(document))
  const start = document.at + head * width
  for (let i = 0; i < hashes.length; i++) hashes[i] = read(document.text, start + i * width) >>> 5
  return hashes
}
