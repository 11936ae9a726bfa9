import { empty, join, raw, type Sql, sql } from '../../../platform/database.ts'
import { type Filters, isDay } from './request.ts'

/** What narrows the documents beside the words. */
export interface Narrowing {
  /** Number of the index. */
  index: number
  /** Audience words of the actor, as of now. */
  audiences: string[]
  filters: Filters
  /** Authors by id; undefined where the filter does not ask. */
  authorIds?: string[]
  kinds: string[]
  /** Regular expressions that the title or a tag must match. */
  patterns: string[]
  /** Only after these (exclusive), for subjects to leave out. */
  without?: string[]
  timezone: string
}

const startOf = (value: string, timezone: string) =>
  isDay(value) ? sql`(${value}::timestamp at time zone ${timezone})` : sql`${value}::timestamptz`
const endOf = (value: string, timezone: string) =>
  isDay(value) ? sql`((${value}::date + 1)::timestamp at time zone ${timezone})` : sql`${value}::timestamptz`

const tables = [raw('search.documents_0 d'), raw('search.documents_1 d')]

/** The live index by its own table: with its number as a condition PostgreSQL may walk the primary key instead of GIN. */
export const documentsIn = ({ index }: Pick<Narrowing, 'index'>): Sql => tables[index] ?? empty

const termTables = [raw('search.terms_0'), raw('search.terms_1')]

/** What ranks these documents, by their number. */
export const termsIn = ({ index }: Pick<Narrowing, 'index'>): Sql => termTables[index] ?? empty

/** The condition over `documentsIn`. Unlisted and closed ones are found only when their status is asked for. */
export function conditionOf(o: Narrowing, withKinds = true): Sql {
  const { filters } = o
  const parts: Sql[] = [sql`d.audience && ${o.audiences}`]
  if (filters.status.length > 0) parts.push(sql`upper(d.status) = any(${filters.status})`)
  else parts.push(sql`d.listed and d.status is distinct from 'CLOSED'`)
  if (withKinds && o.kinds.length > 0) parts.push(sql`(d.kind = any(${o.kinds}) or d.variant = any(${o.kinds}))`)
  if (filters.board.length > 0)
    parts.push(sql`(d.container_id = any(${filters.board}) or d.facets->>'board' = any(${filters.board}))`)
  if (filters.category.length > 0) parts.push(sql`d.category_path && ${filters.category}`)
  if (filters.tag.length > 0) parts.push(sql`d.tags && ${filters.tag}`)
  if (o.authorIds) parts.push(sql`d.author_id = any(${o.authorIds})`)
  if (filters.from) parts.push(sql`d.created_at >= ${startOf(filters.from, o.timezone)}`)
  if (filters.to) parts.push(sql`d.created_at < ${endOf(filters.to, o.timezone)}`)
  for (const pattern of o.patterns)
    parts.push(sql`(d.title ~* ${pattern} or array_to_string(d.tags, ' ') ~* ${pattern})`)
  if (o.without && o.without.length > 0) parts.push(sql`d.id <> all(${o.without})`)
  return join(parts, ' and ')
}
