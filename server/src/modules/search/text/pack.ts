import type { DocumentTerms } from './terms.ts'

/** Counts that three bits tell apart; the last is for 16 and more. */
const counts = [1, 2, 3, 4, 5.5, 8, 12, 20]
const bounds = [1, 2, 3, 4, 6, 9, 15]

/**
 * A term as 28 bits: FNV-1a over UTF-16 units with the finaliser of MurmurHash3, its upper bits. With a million terms
 * in an index one question in a hundred meets a foreign term under one of its own.
 */
export function hashOf(term: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < term.length; i++) h = Math.imul(h ^ term.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 4
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

/**
 * One document's terms: their number, the document's length, then the terms, ascending, each 28 bits of hash, one that
 * says it began a word, three of frequency. Packed documents can be strung together.
 */
export function pack({ terms, length }: Pick<DocumentTerms, 'terms' | 'length'>): { packed: string; hashes: number[] } {
  const byHash = new Map<number, { count: number; starts: boolean }>()
  for (const [term, { count, starts }] of terms) {
    const hash = hashOf(term)
    const same = byHash.get(hash)
    byHash.set(hash, { count: count + (same?.count ?? 0), starts: starts || (same?.starts ?? false) })
  }
  const entries = new Uint32Array(byHash.size)
  let n = 0
  for (const [hash, { count, starts }] of byHash) entries[n++] = ((hash << 4) | (starts ? 8 : 0) | codeOf(count)) >>> 0
  entries.sort()
  const codes = new Array<number>((head + entries.length) * width)
  put(entries.length, codes, 0)
  put(length, codes, width)
  for (const [i, entry] of entries.entries()) put(entry, codes, (head + i) * width)
  let packed = ''
  for (let at = 0; at < codes.length; at += slice) packed += String.fromCharCode(...codes.slice(at, at + slice))
  return { packed, hashes: [...byHash.keys()] }
}

/** A packed document within a string of them. */
export interface Packed {
  text: string
  at: number
}

export const sizeOf = ({ text, at }: Packed): number => read(text, at)
export const lengthOf = ({ text, at }: Packed): number => read(text, at + width)

/** Where the packed documents of a string of them begin. */
export function placesIn(text: string): number[] {
  const places: number[] = []
  for (let at = 0; at < text.length; at += width * (head + read(text, at))) places.push(at)
  return places
}

/** The entry of a term in a packed document, or -1 where it is absent. */
export function entryIn({ text, at }: Packed, hash: number): number {
  const start = at + head * width
  const from = hash * 16
  let low = 0
  let high = read(text, at) - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const entry = read(text, start + middle * width)
    if (entry < from) low = middle + 1
    else if (entry > from + 15) high = middle - 1
    else return entry
  }
  return -1
}

export const countIn = (entry: number): number => counts[entry & 7] ?? 0
export const startsIn = (entry: number): boolean => (entry & 8) !== 0

/** The hashes of a packed document: what a fold adds to the frequencies, or takes from them. */
export function hashesIn(document: Packed): Uint32Array {
  const hashes = new Uint32Array(sizeOf(document))
  const start = document.at + head * width
  for (let i = 0; i < hashes.length; i++) hashes[i] = read(document.text, start + i * width) >>> 4
  return hashes
}
