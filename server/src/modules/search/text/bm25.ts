import { countIn, entryIn, hashOf, lengthOf, type Packed, startsIn, titleIn } from './pack.ts'
import type { Query } from './query.ts'

/** What an index knows as a whole. Frequencies may be a little old: only the order of near ties depends on them. */
export interface CorpusFacts {
  documents: number
  /** Plain terms of a document, on average. */
  meanLength: number
  /** How many documents have the term; by hash. */
  frequency(hash: number): number
}

/** Where the words must stand. */
export type Field = 'title' | 'body' | 'both'

export interface Scorer {
  /** The relevance of one document, above 0 where any term is there. */
  score(document: Packed): number
}

const k1 = 1.2
const b = 0.75
// measured on the labelled sets: long words count by the root of their length, 방주문화 less than 주문
const insideWord = { sentence: 0.7, words: 0.2 }
const titleBonus = 0.2

/** Rarity of a term: the idf of BM25, kept above 0 (Lucene's form). */
export const rarity = (documents: number, frequency: number): number =>
  Math.log(1 + (Math.max(documents, frequency) - frequency + 0.5) / (frequency + 0.5))

/**
 * BM25 as S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, with
 * k1 1.2 and b 0.75, summed over the words of a question. The title is a field whose terms count twice (their §3.6).
 */
export function createScorer({ units, sentence }: Query, facts: CorpusFacts, field: Field = 'both'): Scorer {
  const inside = sentence ? insideWord.sentence : insideWord.words
  const prepared = units.map(({ scored, first }) => {
    const weight = scored.length ** -0.5
    return {
      first: first === undefined ? -1 : scored.indexOf(first),
      terms: scored.map((term) => {
        const hash = hashOf(term)
        return { hash, weight: weight * (k1 + 1) * rarity(facts.documents, facts.frequency(hash)) }
      }),
    }
  })
  return {
    score(document) {
      const norm = k1 * (1 - b + (b * lengthOf(document)) / Math.max(1, facts.meanLength))
      let total = 0
      let inHead = 0
      for (const { first, terms } of prepared) {
        let sum = 0
        let titled = 0
        let begins = first < 0
        for (const [i, { hash, weight }] of terms.entries()) {
          const entry = entryIn(document, hash)
          if (entry < 0) continue
          const isTitled = titleIn(entry)
          if (field === 'title' && !isTitled) continue
          const count = field === 'title' ? 1 : countIn(entry)
          sum += (weight * count) / (count + norm)
          if (isTitled) titled++
          if (i === first) begins ||= startsIn(entry)
        }
        total += begins ? sum : sum * inside
        inHead += titled / terms.length
      }
      return total * (1 + (titleBonus * inHead) / prepared.length)
    },
  }
}
