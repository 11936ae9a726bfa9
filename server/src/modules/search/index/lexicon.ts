import { type Database, sql } from '../../../platform/database.ts'
import { isSyllable } from '../text/hangul.ts'
import { allowedEdits, editDistance, spelled } from '../text/typo.ts'

export interface KnownWord {
  word: string
  head: number
  documents: number
}

/**
 * The words of an index in memory: to correct mistyped ones, and to complete half-typed ones. It knows words of closed
 * subjects too, so what it proposes is only shown when a search with the asker's rights finds it.
 */
export interface Lexicon {
  /** What was learnt after a fold; the most frequent first, bounded. */
  read(db: Database, index: number, sinceVersion: number): Promise<KnownWord[]>
  learn(words: KnownWord[]): void
  /** The nearest words that are more frequent, within the allowed edits of a typing error, nearest and most frequent first. */
  near(word: string, most: number): string[]
  /** Words of titles and tags that begin so, most frequent first. */
  beginning(start: string | RegExp, most: number): string[]
}

const mostWords = 150_000

/** One bit for each letter that occurs, 32 in all: two words within n edits differ in at most 2n bits. */
function signatureOf(letters: string): number {
  let bits = 0
  for (let i = 0; i < letters.length; i++) bits |= 1 << (letters.charCodeAt(i) & 31)
  return bits
}

function bitsIn(value: number): number {
  let v = value - ((value >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** In columns rather than objects: 150,000 of those would be walked at every major garbage collection. */
export function createLexicon(): Lexicon {
  const places = new Map<string, number>()
  const words: string[] = []
  const heads = new Uint32Array(mostWords)
  const documents = new Uint32Array(mostWords)
  const signatures = new Int32Array(mostWords)
  const lengths = new Uint8Array(mostWords)
  const countOf = (place: number) => documents[place] ?? 0

  return {
    read: (db, index, since) =>
      db.many<KnownWord>(sql`
        select word, head, documents from search.words where index = ${index} and version > ${since}
        order by head > 0 desc, documents desc limit ${mostWords}`),
    learn(list) {
      for (const known of list) {
        let place = places.get(known.word)
        if (place === undefined) {
          if (words.length >= mostWords) continue
          place = words.length
          const letters = spelled(known.word)
          places.set(known.word, place)
          words.push(known.word)
          signatures[place] = signatureOf(letters)
          lengths[place] = letters.length
        }
        heads[place] = known.head
        documents[place] = known.documents
      }
    },
    near(word, most) {
      const edits = allowedEdits(word)
      if (edits === 0) return []
      const letters = spelled(word)
      const signature = signatureOf(letters)
      const own = countOf(places.get(word) ?? -1)
      const korean = isSyllable(word[0] ?? '')
      const found: { place: number; distance: number }[] = []
      for (let place = 0; place < words.length; place++) {
        if (Math.abs((lengths[place] ?? 0) - letters.length) > edits || countOf(place) <= own) continue
        if (bitsIn((signatures[place] ?? 0) ^ signature) > 2 * edits) continue
        const other = words[place] ?? ''
        if (isSyllable(other[0] ?? '') !== korean) continue
        const distance = editDistance(letters, spelled(other), edits)
        if (distance > 0 && distance <= edits) found.push({ place, distance })
      }
      return found
        .sort((x, y) => x.distance - y.distance || countOf(y.place) - countOf(x.place))
        .slice(0, most)
        .map(({ place }) => words[place] ?? '')
    },
    beginning(start, most) {
      const begins = (word: string) => (typeof start === 'string' ? word.startsWith(start) : start.test(word))
      const found: number[] = []
      for (const [place, word] of words.entries()) if ((heads[place] ?? 0) > 0 && begins(word)) found.push(place)
      return found
        .sort((x, y) => (heads[y] ?? 0) - (heads[x] ?? 0) || ((words[x] ?? '') < (words[y] ?? '') ? -1 : 1))
        .slice(0, most)
        .map((place) => words[place] ?? '')
    },
  }
}
