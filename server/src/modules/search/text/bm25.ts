import { countIn, entryIn, hashOf, lengthOf, type Packed, startsIn } from './pack.ts'
import type { Query } from './query.ts'
import { inTitle } from './terms.ts'

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
  const named = (term: string) => hashOf(field === 'title' ? inTitle(term) : term)
  const prepared = units.map((unit) => {
    const weight = unit.scored.length ** -0.5
    return {
      first: unit.first === undefined ? undefined : named(unit.first),
      terms: unit.scored.map((term) => {
        const hash = named(term)
        return { hash, title: hashOf(inTitle(term)), weight: weight * rarity(facts.documents, facts.frequency(hash)) }
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
        for (const { hash, title, weight } of terms) {
          const entry = entryIn(document, hash)
          if (entry < 0) continue
          const count = countIn(entry)
          sum += (weight * count * (k1 + 1)) / (count + norm)
          if (entryIn(document, title) >= 0) titled++
        }
        if (first !== undefined && sum > 0) {
          const entry = entryIn(document, first)
          if (entry < 0 || !startsIn(entry)) sum *= inside
        }
        total += sum
        inHead += titled / terms.length
      }
      return total * (1 + (titleBonus * inHead) / prepared.length)
    },
  }
}
