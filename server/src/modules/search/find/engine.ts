import type { Clock } from '../../../kernel/clock.ts'
import type { Corpus, IndexState } from '../index/corpus.ts'
import { type CorpusFacts, createScorer, type Field } from '../text/bm25.ts'
import type { Query } from '../text/query.ts'
import type { Narrowing } from './conditions.ts'
import { type Facets, findBest, findHits, type Hits, mostRanked } from './hits.ts'
import { frequencyOf, strictMatch, type WideLimits, wideLimits, wideMatch } from './match.ts'
import { type Ranked, rank } from './rank.ts'
import type { Reading } from './reading.ts'

export interface Found {
  /** Exact up to 10,000. */
  total: number
  /** Of these, how many have all the words that a hit needs. */
  strict: number
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

// fewer hits than this on a sentence, and nearer and farther answers are looked for too
const enough = 20

export function createEngine(o: { corpus: Corpus; reading: Reading; clock: Clock; limits?: WideLimits }): Engine {
  const limits = o.limits ?? wideLimits

  const isWide = (query: Query, total: number) =>
    (query.sentence && total < enough) || (query.units.length > 1 && total === 0)

  /** Whether so many will match, by what is known of the words, that not all of them can be ranked. */
  const isBroad = ({ query, narrowing }: Asked, facts: CorpusFacts) =>
    narrowing.kinds.length === 0 &&
    !narrowing.authorIds &&
    Object.values(narrowing.filters).every((value) => value === undefined || value.length === 0) &&
    query.units.reduce((left, unit) => (left * frequencyOf(unit, facts)) / facts.documents, facts.documents) >
      2 * mostRanked

  async function ask(asked: Asked, state: IndexState): Promise<Found> {
    const { query, field } = asked
    const patterns = query.units.flatMap(({ pattern }) => pattern ?? [])
    const narrowing: Narrowing = { ...asked.narrowing, index: state.number, patterns }
    const strict = strictMatch(query, state.facts, field)
    const scorer = createScorer(query, state.facts, field)
    const size = {
      documents: state.facts.documents,
      frequency: Math.min(...query.units.map((unit) => frequencyOf(unit, state.facts))),
    }
    const best = () => {
      const titleMatch = field === 'body' ? strict : strictMatch(query, state.facts, 'title')
      return o.reading((client) => findBest(client, { match: strict, titleMatch, narrowing, ...size }))
    }
    // the best of very many are looked for while these are counted; whoever counts never holds a place that this waits for
    const early = isBroad(asked, state.facts) ? best() : undefined
    early?.catch(() => undefined)
    const hits = (match: string) =>
      o.reading((client) => findHits(client, { match, narrowing, facets: asked.facets, ranked: true }))
    const found = await hits(strict)
    const result = (match: string, hits: Hits, list = hits.hits): Found => ({
      match,
      total: hits.total,
      strict: found.total,
      ranked: rank(list, scorer, o.clock.now()),
      ...(hits.facets ? { facets: hits.facets } : {}),
    })
    if (found.total > mostRanked) return result(strict, found, await (early ?? best()))
    const wide =
      asked.wide !== false && patterns.length === 0 && isWide(query, found.total)
        ? wideMatch(query, state.facts, field, limits)
        : undefined
    if (wide === undefined) return result(strict, found)
    const match = `(${strict})|${wide}`
    const wider = await hits(match)
    const many = wider.total > mostRanked
    const chosen = many && o.reading((client) => findBest(client, { match, titleMatch: strict, narrowing, ...size }))
    return result(match, wider, chosen ? await chosen : undefined)
  }

  return {
    async find(asked, known) {
      const state = known ?? (await o.corpus.state())
      return ask(asked, state)
    },
  }
}
