import type { Actor } from '../../../kernel/actor.ts'
import type { IndexState } from '../index/corpus.ts'
import type { SearchContext } from '../search-context.ts'
import type { Query } from '../text/query.ts'
import type { Outcome } from './cache.ts'
import type { Narrowing } from './conditions.ts'
import { correctionsOf } from './correct.ts'
import type { Asked, Found } from './engine.ts'
import { countHits } from './hits.ts'
import type { SearchRequest } from './request.ts'

export interface Scope {
  state: IndexState
  narrowing: Omit<Narrowing, 'patterns'>
}

// with fewer hits than this other readings of the question are tried
const few = 3

/** The index as it is now and what this actor may find in it by these filters. */
export async function scopeOf(context: SearchContext, request: SearchRequest, actor: Actor): Promise<Scope> {
  const { platform, corpus } = context
  const [state, audiences, authorIds] = await Promise.all([
    corpus.state(),
    platform.subjects.wordsOf(actor),
    authorsOf(context, request.filters.author),
  ])
  const boards = await Promise.all(request.filters.board.map((name) => context.community.board(name)))
  return {
    state,
    narrowing: {
      index: state.number,
      audiences,
      filters: { ...request.filters, board: request.filters.board.map((name, i) => boards[i]?.id ?? name) },
      kinds: request.kinds,
      timezone: platform.config.timezone,
      ...(authorIds ? { authorIds } : {}),
    },
  }
}

/** By id or nickname; an unknown name finds nothing. */
async function authorsOf({ identity }: SearchContext, names: string[]): Promise<string[] | undefined> {
  if (names.length === 0) return undefined
  const ids = await identity.idsOfNicknames(names)
  return names.map((name) => ids.get(name) ?? name)
}

/** Hits, counts and correction of a request, from memory where nothing has changed since. */
export async function outcomeOf(context: SearchContext, request: SearchRequest, scope: Scope): Promise<Outcome> {
  const { text, kinds, field, filters, sort } = request
  const { state, narrowing } = scope
  const key = JSON.stringify([
    [state.generation, text, kinds.toSorted(), field, filters, sort === 'accuracy'],
    [narrowing.audiences.toSorted(), narrowing.authorIds],
  ])
  const kept = context.cache.get(key)
  if (kept) return kept
  const outcome = request.query.units.length === 0 ? await browse(context, scope) : await look(context, request, scope)
  context.cache.set(key, outcome)
  return outcome
}

const nothingAsked: Query = { units: [], needed: 0, sentence: false }

async function browse({ reading }: SearchContext, { narrowing }: Scope): Promise<Outcome> {
  const all = { match: undefined, narrowing: { ...narrowing, patterns: [] }, facets: true }
  const { total, facets = {} as Outcome['facets'] } = await reading((client) => countHits(client, all))
  return { total, facets, ranked: [], match: undefined, patterns: [], query: nothingAsked }
}

async function look(context: SearchContext, request: SearchRequest, scope: Scope): Promise<Outcome> {
  const { engine } = context
  const { query, field, text } = request
  const asked: Asked = { query, field, narrowing: scope.narrowing, facets: true }
  const isLiteral = /^".*"$/.test(text)
  const found = await engine.find({ ...asked, wide: query.sentence && !isLiteral }, scope.state)
  const outcomeFrom = (by: Query, { total, facets, ranked, match }: Found): Outcome => ({
    ...{ total, ranked, match, query: by },
    patterns: by.units.flatMap(({ pattern }) => pattern ?? []),
    facets: facets ?? ({} as Outcome['facets']),
  })
  if (isLiteral || found.total >= few) return outcomeFrom(query, found)
  return (await corrected(context, request, scope, found)) ?? outcomeFrom(query, await widened())

  async function widened(): Promise<Found> {
    return found.total > 0 || query.units.length < 2 ? found : engine.find(asked, scope.state)
  }
}

/** The first other reading that finds something: the question's own hits stay first. */
async function corrected(
  context: SearchContext,
  { text, query, field }: SearchRequest,
  scope: Scope,
  literal: Found,
): Promise<Outcome | undefined> {
  if (scope.state.pending > 0) await context.folding.now()
  const { lexicon } = scope.state.pending > 0 ? await context.corpus.state() : scope.state
  for (const { text: to, query: other, why } of correctionsOf(text, query, lexicon)) {
    if (other.units.length === 0) continue
    const own = literal.ranked.map(({ id }) => id)
    const narrowing = { ...scope.narrowing, without: own }
    const found = await context.engine.find({ query: other, field, narrowing, facets: true, wide: false }, scope.state)
    if (found.total === 0) continue
    const least = found.ranked[0]?.score ?? 0
    return {
      total: literal.total + found.total,
      facets: own.length === 0 ? (found.facets ?? ({} as Outcome['facets'])) : addFacets(literal, found),
      ranked: [...literal.ranked.map((hit) => ({ ...hit, score: hit.score + least })), ...found.ranked],
      match: `(${literal.match})|(${found.match})`,
      patterns: [],
      query: { ...other, units: [...query.units, ...other.units] },
      corrected: { from: text, to, why },
    }
  }
  return undefined
}

function addFacets(x: Found, y: Found): Outcome['facets'] {
  const sum = { ...y.facets } as Outcome['facets']
  for (const [name, list] of Object.entries(x.facets ?? {}) as [
    keyof Outcome['facets'],
    { value: string; count: number }[],
  ][]) {
    const counts = new Map((sum[name] ?? []).map(({ value, count }) => [value, count]))
    for (const { value, count } of list) counts.set(value, (counts.get(value) ?? 0) + count)
    sum[name] = [...counts].map(([value, count]) => ({ value, count }))
  }
  return sum
}
