import type pg from 'pg'
import { empty, type Sql, sql } from '../../../platform/database.ts'
import { type Packed, placesIn } from '../text/pack.ts'
import { conditionOf, documentsIn, type Narrowing } from './conditions.ts'

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

export interface Hits {
  /** Exact up to 10,000; 10,001 says more. */
  total: number
  facets?: Facets
  hits: Hit[]
}

interface Row {
  total: number
  facets: Facets | null
  /** A line a hit: id, milliseconds, likes. */
  lines: string | null
  terms: string | null
}

const named = new Map<string, string>()

async function ask(client: pg.ClientBase, query: Sql): Promise<Row> {
  const name = named.get(query.text) ?? (named.size < 200 ? `search${named.size}` : '')
  if (name) named.set(query.text, name)
  const config = { ...(name ? { name } : {}), text: query.text, values: query.values }
  const { rows } = await client.query<Row>(config)
  const [row] = rows
  if (!row) throw new Error('an aggregate answered no row')
  return row
}

/** Both in the order in which the hits come: neither is sorted. */
const hitColumns = sql`string_agg(concat_ws(' ', id, floor(extract(epoch from created_at) * 1000), likes), E'\\n') as lines,
  string_agg(terms, '') as terms`

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

/**
 * How many documents match, and up to 2,500 with what ranks them; facets where asked for. The kinds are counted as if none
 * were chosen: they are the tabs.
 */
export async function findHits(
  client: pg.ClientBase,
  o: { match: string | undefined; narrowing: Narrowing; facets: boolean; ranked: boolean },
): Promise<Hits> {
  const matches = o.match === undefined ? empty : sql`d.words @@ ${o.match}::tsquery and`
  const chosen = o.facets && o.narrowing.kinds.length > 0
  const columns = o.facets
    ? sql`d.kind, d.variant, d.status, d.facets->>'board' as board, d.category_path, d.tags, d.author_id,`
    : empty
  const row = await ask(
    client,
    sql`
    with hits as materialized (
      select ${columns} d.id, d.created_at, d.likes, d.terms
      from ${documentsIn(o.narrowing)} where ${matches} ${conditionOf(o.narrowing)} limit ${mostCounted + 1}),
    ${
      chosen
        ? sql`
    any_kind as materialized (
      select coalesce(d.variant, d.kind) as kind, 1 as n from ${documentsIn(o.narrowing)}
      where ${matches} ${conditionOf(o.narrowing, false)} limit ${mostCounted + 1}),`
        : empty
    }
    ${o.facets ? sql`alike as materialized (${alike(sql`hits`)}),` : empty}
    total as (select count(*) as n from hits)
    select (select n from total)::integer as total,
      ${o.facets ? facetsOf(chosen ? sql`any_kind` : sql`alike`) : sql`null`} as facets, ${hitColumns}
    from hits where ${o.ranked} and (select n from total) <= ${mostRanked}`,
  )
  return { total: row.total, hits: hitsOf(row), ...(row.facets ? { facets: row.facets } : {}) }
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
    ask(
      client,
      sql`
      with best as materialized (
        select d.id, d.created_at, d.likes, d.terms from ${documentsIn(o.narrowing)}
        where d.words @@ ${match}::tsquery and ${conditionOf(o.narrowing)} ${extra}
        order by d.created_at desc, d.id desc limit ${limit})
      select 0 as total, null as facets, ${hitColumns} from best`,
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

function hitsOf({ lines, terms }: Row): Hit[] {
  if (lines === null || terms === null) return []
  const places = placesIn(terms)
  return lines.split('\n').map((line, i) => {
    const [id = '', createdAt, likes] = line.split(' ')
    return { id, createdAt: Number(createdAt), likes: Number(likes), packed: { text: terms, at: places[i] ?? 0 } }
  })
}
