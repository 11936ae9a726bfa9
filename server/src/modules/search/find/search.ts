import type { Actor } from '../../../kernel/actor.ts'
import { type Database, sql } from '../../../platform/database.ts'
import type { SubjectRow } from '../../../platform/subjects/subjects.ts'
import type { SearchContext } from '../search-context.ts'
import { highlightsIn, type Range, type Snippet, snippetOf } from '../text/snippet.ts'
import type { Outcome } from './cache.ts'
import { mostCounted } from './hits.ts'
import { outcomeOf, scopeOf } from './outcome.ts'
import { pageOfResults } from './page.ts'
import type { SearchRequest } from './request.ts'

export interface Result {
  row: SubjectRow
  snippet: Snippet
  titleHighlights: Range[]
  categoryPath: string[]
}

export interface Results {
  results: Result[]
  /** Exact up to 10,000. */
  total: number
  facets: Outcome['facets']
  corrected: Outcome['corrected']
  next: string | null
}

/** What this actor finds: rights as of now, in hits, total and facets alike. */
export async function search(
  context: SearchContext,
  actor: Actor,
  request: SearchRequest,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Results> {
  const scope = await scopeOf(context, request, actor)
  const outcome = await outcomeOf(context, request, scope)
  const { rows, unseen, next } = await pageOfResults(context, request, { scope, outcome, actor, after, limit })
  return {
    results: await resultsOf(context, scope.state.number, rows, outcome.query),
    total: Math.min(mostCounted, outcome.total) - unseen,
    facets: outcome.facets,
    corrected: outcome.corrected,
    next,
  }
}

interface Shown {
  id: string
  body: string
  categoryPath: string[]
}

const readShown = (db: Database, index: number, ids: string[]) =>
  db.many<Shown>(sql`
    select id, body, category_path as "categoryPath" from search.documents
    where index = ${index} and id = any(${ids})`)

/** Subjects as results: with what was asked for marked in title and text. */
export async function resultsOf(
  { platform }: SearchContext,
  index: number,
  rows: SubjectRow[],
  { units }: Outcome['query'],
): Promise<Result[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const shown = new Map((await readShown(platform.db, index, ids)).map((document) => [document.id, document]))
  return rows.map((row) => ({
    row,
    snippet: snippetOf(shown.get(row.id)?.body ?? row.excerpt, units),
    titleHighlights: highlightsIn(row.title, units),
    categoryPath: shown.get(row.id)?.categoryPath ?? [],
  }))
}
