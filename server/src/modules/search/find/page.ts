import type { Actor } from '../../../kernel/actor.ts'
import { type CursorPart, decodeCursor, encodeCursor } from '../../../kernel/page.ts'
import { cursorInvalid } from '../../../kernel/problems.ts'
import type { SubjectRow } from '../../../platform/subjects/subjects.ts'
import { searchTooDeep } from '../problems.ts'
import type { SearchContext } from '../search-context.ts'
import type { Outcome } from './cache.ts'
import { mostCounted } from './hits.ts'
import { findListed } from './listed.ts'
import type { Scope } from './outcome.ts'
import type { SearchRequest } from './request.ts'

export interface ResultPage {
  rows: SubjectRow[]
  /** Of the hits so far looked at, how many the actor may not see after all. */
  unseen: number
  next: string | null
}

/** A place behind a result: how many came before, in which part of the list, its value there and its id. */
interface Place {
  before: number
  part: 'ranked' | 'listed'
  value: number
  id: string
}

const placeOf = (cursor: string | undefined): Place | undefined => {
  const parts = decodeCursor(cursor, 4)
  if (!parts) return undefined
  const [before, part, value, id] = parts as [CursorPart, CursorPart, CursorPart, CursorPart]
  if (!Number.isSafeInteger(before) || (before as number) < 0 || typeof id !== 'string') throw cursorInvalid()
  if ((part !== 'ranked' && part !== 'listed') || typeof value !== 'number') throw cursorInvalid()
  return { before: before as number, part, value, id }
}

const cursorOf = ({ before, part, value, id }: Place) => encodeCursor([before, part, value, id])

/**
 * The next `limit` results that the actor may see now, each judged on its live row. Ranked hits first; where there are
 * too many to rank all, the rest newest first. Refuses `search-too-deep` past 10,000 and `cursor-invalid`.
 */
export async function pageOfResults(
  context: SearchContext,
  request: SearchRequest,
  o: { scope: Scope; outcome: Outcome; actor: Actor; after: string | undefined; limit: number },
): Promise<ResultPage> {
  let place = placeOf(o.after)
  const rows: SubjectRow[] = []
  let unseen = 0
  while (rows.length < o.limit) {
    const wanted = o.limit - rows.length
    if ((place?.before ?? 0) + wanted > mostCounted) throw searchTooDeep()
    const places = await placesAfter(context, request, o, place, wanted)
    const seen = await context.platform.subjects.load(
      places.map(({ id }) => id),
      o.actor,
    )
    rows.push(...seen)
    unseen += places.length - seen.length
    const last = places.at(-1)
    if (last) place = { ...last, before: (place?.before ?? 0) + seen.length }
    if (places.length < wanted) return { rows, unseen, next: null }
  }
  const more = place && (await placesAfter(context, request, o, place, 1)).length > 0
  return { rows, unseen, next: more && place ? cursorOf(place) : null }
}

type Slot = Omit<Place, 'before'>

async function placesAfter(
  context: SearchContext,
  request: SearchRequest,
  o: { scope: Scope; outcome: Outcome },
  place: Place | undefined,
  limit: number,
): Promise<Slot[]> {
  if (request.sort !== 'accuracy') return listedAfter(context, request.sort, o, [], place, limit)
  const { ranked, total } = o.outcome
  const slots = place?.part === 'listed' ? [] : rankedAfter(o.outcome, place).slice(0, limit)
  if (slots.length === limit || total <= ranked.length) return slots
  const rest = place?.part === 'listed' ? place : undefined
  const without = ranked.map(({ id }) => id)
  return [...slots, ...(await listedAfter(context, 'latest', o, without, rest, limit - slots.length))]
}

function rankedAfter({ ranked }: Outcome, place: Place | undefined): Slot[] {
  const slots = ranked.map(({ id, score }): Slot => ({ part: 'ranked', value: score, id }))
  if (!place) return slots
  const at = slots.findIndex(({ id }) => id === place.id)
  if (at >= 0) return slots.slice(at + 1)
  return slots.filter(({ value, id }) => value < place.value || (value === place.value && id > place.id))
}

async function listedAfter(
  context: SearchContext,
  sort: 'latest' | 'likes' | 'views',
  { scope, outcome }: { scope: Scope; outcome: Outcome },
  without: string[],
  place: Place | undefined,
  limit: number,
): Promise<Slot[]> {
  const list = await context.reading((client) =>
    findListed(client, {
      match: outcome.match,
      narrowing: { ...scope.narrowing, patterns: outcome.patterns, without },
      sort,
      limit,
      ...(place ? { after: { id: place.id, value: place.value } } : {}),
    }),
  )
  return list.map(({ id, value }) => ({ part: 'listed', value, id }))
}
