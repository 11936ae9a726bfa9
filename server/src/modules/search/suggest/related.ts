import type { Actor } from '../../../kernel/actor.ts'
import { type Result, resultsOf } from '../find/search.ts'
import type { SearchContext } from '../search-context.ts'
import { parseQuery } from '../text/query.ts'

const most = 5
const mostWords = 12

/** Up to five subjects that tell of the same, of those that the actor may see; none that stands in it or around it. Refuses `not-found`. */
export async function related(context: SearchContext, actor: Actor, id: string): Promise<Result[]> {
  const { platform, corpus, engine } = context
  const subject = await platform.subjects.find(id, actor)
  const [state, audiences] = await Promise.all([corpus.state(), platform.subjects.wordsOf(actor)])
  const query = parseQuery(`${subject.title} ${subject.tags.join(' ')}`)
  const units = query.units.slice(0, mostWords)
  if (units.length === 0) return []
  const found = await engine.find(
    {
      query: { units, needed: Math.max(2, Math.ceil(units.length / 2)), sentence: true },
      field: 'both',
      facets: false,
      narrowing: {
        audiences,
        filters: { board: [], category: [], tag: [], author: [], status: [] },
        kinds: [],
        without: [id, ...(subject.containerId ? [subject.containerId] : [])],
        timezone: platform.config.timezone,
      },
    },
    state,
  )
  const near = found.ranked.slice(0, most * 4).map((hit) => hit.id)
  const seen = await platform.subjects.load(near, actor)
  const others = seen.filter(
    (row) => row.containerId !== id && (subject.kind !== 'answer' || row.containerId !== subject.containerId),
  )
  return resultsOf(context, state.number, others.slice(0, most), { ...query, units })
}
