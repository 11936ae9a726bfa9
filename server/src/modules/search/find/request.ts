import { tidyTag } from '../../../kernel/hashtags.ts'
import { countCharacters, tidy } from '../../../kernel/text.ts'
import { filterUnknown, initialsTooShort, kindUnknown, searchEmpty, searchTooLong, sortUnknown } from '../problems.ts'
import type { Field } from '../text/bm25.ts'
import { isLoneJamo } from '../text/hangul.ts'
import { normalise } from '../text/normalise.ts'
import { parseQuery, type Query } from '../text/query.ts'

export const sorts = ['accuracy', 'latest', 'likes', 'views'] as const
export type Sort = (typeof sorts)[number]
export const filterNames = ['board', 'category', 'tag', 'author', 'status', 'from', 'to'] as const
type FilterName = (typeof filterNames)[number]

/** Values of one filter are alternatives; filters are joined by AND. */
export interface Filters {
  board: string[]
  category: string[]
  tag: string[]
  author: string[]
  status: string[]
  /** Days of the instance or moments: `to` is included when a day, excluded when a moment. */
  from?: string
  to?: string
}

export interface SearchRequest {
  /** As asked, in NFC. */
  text: string
  query: Query
  kinds: string[]
  field: Field
  filters: Filters
  sort: Sort
}

/** A request as it comes over the wire, unchecked. */
export interface RawRequest {
  q?: string
  kinds?: string[]
  in?: string
  sort?: string
  filters: Record<string, string[]>
}

export const mostCharacters = 100
const mostValues = 20
const longestValue = 100
const day = /^\d{4}-\d{2}-\d{2}$/
const moment = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/

function checkedText(q: string): string {
  const text = tidy(q).replace(/\s+/g, ' ')
  if (text.length > mostCharacters && countCharacters(text, mostCharacters) > mostCharacters) throw searchTooLong()
  const words = normalise(text).split(/\s+/)
  if (words.every((word) => word.length === 1 && isLoneJamo(word))) throw initialsTooShort()
  return text
}

function momentOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  if (Number.isNaN(Date.parse(value)) || !moment.test(value)) throw filterUnknown()
  if (day.test(value) && !new Date(`${value}T00:00:00Z`).toISOString().startsWith(value)) throw filterUnknown()
  return value
}

export const isDay = (value: string): boolean => day.test(value)

const same = (value: string) => value
// as they are stored, whatever case they are asked in
const forms: Record<string, (value: string) => string> = { tag: tidyTag, status: (value) => value.toUpperCase() }

function checkedFilters(raw: Record<string, string[]>): Filters {
  const filters: Filters = { board: [], category: [], tag: [], author: [], status: [] }
  for (const [name, values] of Object.entries(raw)) {
    if (!filterNames.includes(name as FilterName)) throw filterUnknown({ facts: { filter: name.slice(0, 40) } })
    if (values.length > mostValues || values.some((value) => value.length > longestValue)) throw filterUnknown()
    const tidied = values.map(tidy).filter((value) => value !== '')
    if (name !== 'from' && name !== 'to')
      filters[name as Exclude<FilterName, 'from' | 'to'>] = tidied.map(forms[name] ?? same)
  }
  const from = momentOf(raw['from']?.[0])
  const to = momentOf(raw['to']?.[0])
  return { ...filters, ...(from ? { from } : {}), ...(to ? { to } : {}) }
}

export const hasFilter = ({ kinds, filters }: Pick<SearchRequest, 'kinds' | 'filters'>): boolean =>
  kinds.length > 0 || Object.values(filters).some((value) => value !== undefined && value.length > 0)

/** A checked request, or the problem of the first thing that is wrong with it. */
export function readRequest(raw: RawRequest, isKind: (name: string) => boolean): SearchRequest {
  const text = checkedText(raw.q ?? '')
  const kinds = [...new Set(raw.kinds ?? [])].filter((kind) => kind !== '')
  if (kinds.some((kind) => !isKind(kind))) throw kindUnknown()
  const field = raw.in ?? 'both'
  if (field !== 'title' && field !== 'body' && field !== 'both') throw filterUnknown({ facts: { filter: 'in' } })
  const query = parseQuery(text)
  const sort = raw.sort ?? (query.units.length > 0 ? 'accuracy' : 'latest')
  if (!sorts.includes(sort as Sort)) throw sortUnknown()
  const request = { text, query, kinds, field, filters: checkedFilters(raw.filters), sort: sort as Sort } as const
  if (query.units.length === 0 && !hasFilter(request)) throw searchEmpty()
  return request
}
