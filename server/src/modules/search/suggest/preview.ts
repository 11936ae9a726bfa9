import type { Actor } from '../../../kernel/actor.ts'
import type { SubjectRow } from '../../../platform/subjects/subjects.ts'
import { outcomeOf, scopeOf } from '../find/outcome.ts'
import type { SearchRequest } from '../find/request.ts'
import { type Result, resultsOf } from '../find/search.ts'
import type { SearchContext } from '../search-context.ts'

export interface PreviewGroup {
  /** A kind, or what subjects are among their kind. */
  kind: string
  total: number
  results: Result[]
}

const mostOfAKind = 5
const mostLooked = 100

/** The best five of each kind among the best hundred hits, with totals; kinds in the order of their best hit. */
export async function preview(context: SearchContext, actor: Actor, request: SearchRequest): Promise<PreviewGroup[]> {
  const scope = await scopeOf(context, request, actor)
  const outcome = await outcomeOf(context, request, scope)
  const kindOf = ({ kind, variant }: SubjectRow) => variant ?? kind
  const rows = await context.platform.subjects.load(
    outcome.ranked.slice(0, mostLooked).map(({ id }) => id),
    actor,
  )
  const shown = [...Map.groupBy(rows, kindOf)].flatMap(([, group]) => group.slice(0, mostOfAKind))
  const results = await resultsOf(context, scope.state.number, shown, outcome.query)
  return [...Map.groupBy(results, ({ row }) => kindOf(row))].map(([kind, group]) => ({
    kind,
    total: Math.max(group.length, outcome.facets.kind.find(({ value }) => value === kind)?.count ?? 0),
    results: group,
  }))
}
