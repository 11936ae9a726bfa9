import type { Clock } from '../../../kernel/clock.ts'
import type { Corpus, IndexState } from '../index/corpus.ts'
import { type CorpusFacts, createScorer, type Field } from '../text/bm25.ts'
import type { Query } from '../text/query.ts'
import type { Narrowing } from './conditions.ts'
import { type Count, countHits, type Facets, findBest, findHits, type Hit, type Match, mostRanked } from './hits.ts'
import { expectedHits, strictMatch, type WideLimits, wideLimits, wideMatch } from './match.ts'
import { type Ranked, rank } from './rank.ts'
import type { Reading } from './reading.ts'

export interface Found {
  /** Exact up to 10,000. */
  total: number
  /** Best first; of very many hits only those that were ranked. */
  ranked: Ranked[]
  facets?: Facets
  /** The tsquery of these hits. */
  match: string
}

export interface Asked {
  query: Query
  field: Field
  narrowing: Omit<Narrowing, 'index' | 'patterns'>
  facets: boolean
  /** False: only what has all the words that a hit needs, however few that are. */
  wide?: boolean
}

/** Finds and ranks, with PostgreSQL choosing candidates and this process scoring them. */
export interface Engine {
  find(asked: Asked, state?: IndexState): Promise<Found>
}

// fewer hits than this on a sentence, none on other questions, and nearer and farther answers are looked for too
const enough = 20

export function createEngine(o: { corpus: Corpus; reading: Reading; clock: Clock; limits?: WideLimits }): Engine {
  const limits = o.limits ?? wideLimits

  /** The tsquery of nearer and farther answers, the strict ones among them. */
  function widerOf({ query, field, wide }: Asked, strict: string, facts: CorpusFacts): string | undefined {
    if (wide === false || query.units.length < 2 || query.units.some(({ pattern }) => pattern)) return undefined
    const match = wideMatch(query, facts, field, limits)
    return match && `(${strict})|${match}`
  }

  /** Whether so many will match, by what is known of the words, that not all of them can be ranked. */
  const isBroad = ({ query, narrowing }: Asked, facts: CorpusFacts) =>
    narrowing.kinds.length === 0 &&
    !narrowing.authorIds &&
    Object.values(narrowing.filters).every((value) => value === undefined || value.length === 0) &&
    expectedHits(query, facts) > 1.5 * mostRanked

  async function ask(asked: Asked, state: IndexState): Promise<Found> {
    const { query, field } = asked
    const patterns = query.units.flatMap(({ pattern }) => pattern ?? [])
    const narrowing: Narrowing = { ...asked.narrowing, index: state.number, patterns }
    const strict = strictMatch(query, state.facts, field)
    const wide = widerOf(asked, strict, state.facts)
    const size = { documents: state.facts.documents, frequency: expectedHits(query, state.facts) }
    const result = (match: string, { total, facets }: Count, hits: Hit[]): Found => ({
      ...{ match, total },
      ranked: rank(hits, createScorer(query, state.facts, field), o.clock.now()),
      ...(facets ? { facets } : {}),
    })
    const counting = { narrowing, facets: asked.facets }

    /** Of very many only the best are looked for, while all are counted. */
    async function many(match: string): Promise<Found> {
      const isStrict = match === strict && field !== 'body'
      const titleMatch = isStrict ? strictMatch(query, state.facts, 'title') : strict
      const [count, best] = await Promise.all([
        o.reading((client) => countHits(client, { match, ...counting })),
        o.reading((client) => findBest(client, { match, titleMatch, narrowing, ...size })),
      ])
      return result(match, count, best)
    }

    if (isBroad(asked, state.facts)) {
      const found = await many(strict)
      if (found.total > mostRanked) return found
    }
    const found = await o.reading(async (client) => {
      const hits = (match: Match) => findHits(client, { match, ...counting })
      const least = query.sentence ? enough : 1
      // in one statement where the wide match is likely to be taken, since that looks for the strict one twice
      if (wide && query.sentence && size.frequency < 5 * enough) return hits({ strict, wide: { match: wide, enough } })
      const own = await hits({ strict })
      return wide && own.total < least ? hits({ strict: wide }) : own
    })
    return found.hits ? result(found.match, found, found.hits) : many(found.match)
  }

  return {
    async find(asked, known) {
      const state = known ?? (await o.corpus.state())
      return ask(asked, state)
    },
  }
}
