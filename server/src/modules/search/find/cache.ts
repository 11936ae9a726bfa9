import { LRUCache } from 'lru-cache'
import type { Correction } from './correct.ts'
import type { Facets } from './hits.ts'
import type { Ranked } from './rank.ts'

/** What a search found, before rights are checked once more on the live rows. */
export interface Outcome {
  total: number
  facets: Facets
  /** Best first; empty where a column sorts. */
  ranked: Ranked[]
  /** The tsquery of the hits, for what comes after the ranked ones. */
  match: string | undefined
  /** Regular expressions that the title or a tag must match besides. */
  patterns: string[]
  corrected?: Pick<Correction, 'why'> & { from: string; to: string }
  /** What to mark. */
  query: Correction['query']
}

/**
 * Outcomes by request, audience words and generation of the index: a committed write changes the generation, so nothing
 * stale is answered. At most half an hour old.
 */
export interface SearchCache {
  get(key: string): Outcome | undefined
  set(key: string, outcome: Outcome): void
}

export function createSearchCache(maxBytes = 32 * 2 ** 20): SearchCache {
  const entries = new LRUCache<string, Outcome>({
    maxSize: maxBytes,
    sizeCalculation: ({ ranked }, key) => 8000 + key.length + ranked.length * 160,
    ttl: 30 * 60_000,
  })
  return {
    get: (key) => entries.get(key),
    set: (key, outcome) => void entries.set(key, outcome),
  }
}
