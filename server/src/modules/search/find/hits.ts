import type pg from 'pg'
import { empty, type Sql, sql } from '../../../platform/database.ts'
import { type Packed, placeBehind } from '../text/pack.ts'
import { conditionOf, documentsIn, type Narrowing, termsIn } from './conditions.ts'

export const mostCounted = 10_000
/** So many hits are ranked; of more, those with the words in the title come first, then the newest. */
export const mostRanked = 2500
// tags are many and their counts a hint: those of more hits would cost as much as all the rest
const mostTagged = 2500

export interface Counted {
  value: string
  count: number
}

export const facetNames = ['kind', 'status', 'board', 'category', 'tag', 'author'] as const
export type Facets = Record<(typeof facetNames)[number], Counted[]>

export interface Hit {
  id: string
  /** Milliseconds since 1970. */
  createdAt: number
  likes: number
  packed: Packed
}

/** How many documents match: exact up to 10,000; 10,001 says more. */
export interface Count {
  total: number
  facets?: Facets
}

export interface Hits extends Count {
  /** The tsquery that was taken. */
  match: string
  /** Undefined where there are more than 2,500: then nothing is counted either. */
  hits: Hit[] | undefined
}

/** Some hits, a value each in the same order, blanks between; or the terms of some, strung together. */
interface Bundle {
  numbers: string
  terms: string | null
  ids: string
  times: string
  likes: string
}

interface Row {
  total: number
  widened: boolean
  facets: Facets | null
}

const named = new Map<string, string>()

async function ask<T extends pg.QueryResultRow>(client: pg.ClientBase, query: Sql): Promise<T[]> {
  const name = named.get(query.text) ?? (named.size < 200 ? `search${named.size}` : '')
  if (name) named.set(query.text, name)
  const config = { ...(name ? { name } : {}), text: query.text, values: query.values }
  return (await client.query<T>(config)).rows
}

// more would be strings that V8 keeps for the big garbage collection, fewer cost more rows
const bundled = 64

/** The hits of a table, then their terms, in bundles. These are looked up at once, in the order in which they lie. */
const bundlesOf = (hits: Sql, terms: Sql) => sql`
  select string_agg(number::text, ' ') as numbers, null as terms, string_agg(id, ' ') as ids,
    string_agg((date_part('epoch', created_at) * 1000)::bigint::text, ' ') as times, string_agg(likes::text, ' ') as likes
  from ${hits} having count(*) > 0
  union all
  select string_agg(number::text, ' '), string_agg(terms, ''), null, null, null
  from (select number, terms, row_number() over () / ${bundled} as bundle from ${terms}
    where number = any(array(select number from ${hits}))) bundled
  group by bundle`

const counted = (value: Sql, from: Sql, limit: number) => sql`
  coalesce((select json_agg(json_build_object('value', value, 'count', n) order by n desc, value) from (
    select ${value} as value, sum(n)::integer as n from ${from} where ${value} is not null
    group by 1 order by n desc, value limit ${limit}) counted), '[]'::json)`

/** Hits that are alike in everything that is counted, once each with their number: all but tags is counted from these. */
const alike = (from: Sql) => sql`
  select coalesce(variant, kind) as kind, status, board, category_path, author_id, count(*) as n from ${from}
  group by 1, 2, 3, 4, 5`

const facetsOf = (kinds: Sql) => sql`json_build_object(
  'kind', ${counted(sql`kind`, kinds, 50)},
  'status', ${counted(sql`status`, sql`alike`, 20)},
  'board', ${counted(sql`board`, sql`alike`, 50)},
  'category', ${counted(sql`category`, sql`(select unnest(category_path) as category, n from alike) c`, 50)},
  'tag', ${counted(sql`tag`, sql`(select unnest(tags) as tag, 1 as n from (select tags from hits limit ${mostTagged}) h) t`, 20)},
  'author', ${counted(sql`author_id`, sql`alike`, 10)})`

/** What a facet counts by. */
const counts = sql`d.kind, d.variant, d.status, d.facets->>'board' as board, d.category_path, d.tags, d.author_id`

interface Counting {
  narrowing: Narrowing
  facets: boolean
}

/**
 * The counts of `hits`, as further tables of a with clause and the facets over them. The kinds are counted as if none were
 * chosen: they are the tabs.
 */
function counting({ narrowing, facets }: Counting, matches: Sql): { tables: Sql; facets: Sql } {
  if (!facets) return { tables: empty, facets: sql`null` }
  const tables = sql`, alike as materialized (${alike(sql`hits`)})`
  if (narrowing.kinds.length === 0) return { tables, facets: facetsOf(sql`alike`) }
  return {
    tables: sql`${tables}, any_kind as materialized (
      select coalesce(d.variant, d.kind) as kind, 1 as n from ${documentsIn(narrowing)}
      where ${matches} and ${conditionOf(narrowing, false)} limit ${mostCounted + 1})`,
    facets: facetsOf(sql`any_kind`),
  }
}

const everything = sql`true`
const matching = (tsquery: Sql) => sql`d.words @@ ${tsquery}`

/** How many documents match; facets where asked for. No match: all documents. */
export async function countHits(client: pg.ClientBase, o: Counting & { match: string | undefined }): Promise<Count> {
  const matches = o.match === undefined ? everything : matching(sql`${o.match}::tsquery`)
  const { tables, facets } = counting(o, matches)
  const [row] = await ask<Pick<Row, 'total' | 'facets'>>(
    client,
    sql`
    with hits as materialized (
      select ${o.facets ? counts : empty} from ${documentsIn(o.narrowing)}
      where ${matches} and ${conditionOf(o.narrowing)} limit ${mostCounted + 1})${tables}
    select (select count(*) from hits)::integer as total, ${facets} as facets`,
  )
  if (!row) throw new Error('a count answered no row')
  return { total: row.total, ...(row.facets ? { facets: row.facets } : {}) }
}

/** A tsquery, and another in its stead where it has fewer hits than are enough. */
export interface Match {
  strict: string
  wide?: { match: string; enough: number } | undefined
}

/** All that match, with what ranks them, if they are 2,500 at most; facets where asked for. */
export async function findHits(client: pg.ClientBase, o: Counting & { match: Match }): Promise<Hits> {
  const { strict, wide } = o.match
  const few = sql`few as materialized (select count(*) < ${wide?.enough} as widened from (
      select from ${documentsIn(o.narrowing)}
      where ${matching(sql`${strict}::tsquery`)} and ${conditionOf(o.narrowing)} limit ${wide?.enough}) strict),`
  const tsquery = wide
    ? sql`(case when (select widened from few) then ${wide.match}::tsquery else ${strict}::tsquery end)`
    : sql`${strict}::tsquery`
  const matches = matching(tsquery)
  const { tables, facets } = counting(o, matches)
  const [row, ...bundles] = await ask<Row & Bundle>(
    client,
    sql`
    with ${wide ? few : empty} hits as materialized (
      select ${o.facets ? sql`${counts},` : empty} d.number, d.id, d.created_at, d.likes
      from ${documentsIn(o.narrowing)} where ${matches} and ${conditionOf(o.narrowing)} limit ${mostRanked + 1}),
    total as (select count(*)::integer as n from hits)${tables}
    select (select n from total) as total, ${wide ? sql`(select widened from few)` : sql`false`} as widened,
      case when (select n from total) <= ${mostRanked} then ${facets} end as facets,
      null as numbers, null as terms, null as ids, null as times, null as likes
    union all
    select null, null, null, b.* from (
      ${bundlesOf(sql`(select * from hits where (select n from total) <= ${mostRanked}) few`, termsIn(o.narrowing))}) b`,
  )
  if (!row) throw new Error('a count answered no row')
  return {
    match: wide && row.widened ? wide.match : strict,
    total: row.total,
    hits: row.total > mostRanked ? undefined : hitsOf(bundles),
    ...(row.facets ? { facets: row.facets } : {}),
  }
}

const mostOfBroad = 1000

/**
 * The most promising of very many: those that match in the title, else the newest. `frequency`: about how many of all
 * `documents` match, which says how far back the newest reach.
 */
export async function findBest(
  client: pg.ClientBase,
  o: { match: string; titleMatch: string; narrowing: Narrowing; documents: number; frequency: number },
): Promise<Hit[]> {
  const best = (match: string, extra: Sql, limit: number) =>
    ask<Bundle>(
      client,
      sql`
      with best as materialized (
        select d.number, d.id, d.created_at, d.likes from ${documentsIn(o.narrowing)}
        where d.words @@ ${match}::tsquery and ${conditionOf(o.narrowing)} ${extra}
        order by d.created_at desc, d.id desc limit ${limit})
      ${bundlesOf(sql`best`, termsIn(o.narrowing))}`,
    )
  const titled = hitsOf(await best(o.titleMatch, empty, mostOfBroad))
  if (titled.length === mostOfBroad) return titled
  const reach = Math.ceil((o.documents * mostOfBroad) / Math.max(1, o.frequency))
  const { rows } = await client.query<{ at: Date }>(
    `select d.created_at as at from ${documentsIn(o.narrowing).text} order by d.created_at desc offset ${reach} limit 1`,
  )
  const recent = sql`and d.created_at >= ${rows[0]?.at ?? new Date(0)}`
  const newest = hitsOf(await best(o.match, recent, mostOfBroad - titled.length))
  const known = new Set(titled.map(({ id }) => id))
  return [...titled, ...newest.filter(({ id }) => !known.has(id))]
}

function hitsOf(bundles: Bundle[]): Hit[] {
  const packed = new Map<string, Packed>()
  for (const { numbers, terms } of bundles) {
    if (terms === null) continue
    let at = 0
    for (const number of numbers.split(' ')) {
      packed.set(number, { text: terms, at })
      at = placeBehind(terms, at)
    }
  }
  return bundles
    .filter(({ terms }) => terms === null)
    .flatMap(({ numbers, ids, times, likes }) => {
      const [number, createdAt, liked] = [numbers.split(' '), times.split(' '), likes.split(' ')]
      return ids.split(' ').flatMap((id, i) => {
        const own = packed.get(number[i] ?? '')
        return own ? { id, createdAt: Number(createdAt[i]), likes: Number(liked[i]), packed: own } : []
      })
    })
}
