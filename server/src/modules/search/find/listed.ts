import type pg from 'pg'
import { empty, raw, sql } from '../../../platform/database.ts'
import { conditionOf, documentsIn, type Narrowing } from './conditions.ts'
import type { Sort } from './request.ts'

export interface Listed {
  id: string
  /** What it was sorted by: milliseconds since 1970, likes or views. */
  value: number
}

const columns = {
  latest: raw('floor(extract(epoch from d.created_at) * 1000000)::bigint'),
  likes: raw('d.likes'),
  views: raw('d.views'),
}
const orders = { latest: raw('d.created_at'), likes: raw('d.likes'), views: raw('d.views') }

/** Documents in the order of a column, ties newest id first, after a place in that order. */
export async function findListed(
  client: pg.ClientBase,
  o: {
    match: string | undefined
    narrowing: Narrowing
    sort: Exclude<Sort, 'accuracy'>
    after?: Listed
    limit: number
  },
): Promise<Listed[]> {
  const value =
    o.sort === 'latest' ? sql`to_timestamp(${o.after?.value ?? 0}::numeric / 1000000)` : sql`${o.after?.value ?? 0}`
  const query = sql`
    select d.id, ${columns[o.sort]} as value from ${documentsIn(o.narrowing)}
    where ${o.match === undefined ? empty : sql`d.words @@ ${o.match}::tsquery and`} ${conditionOf(o.narrowing)}
      ${o.after ? sql`and (${orders[o.sort]}, d.id) < (${value}, ${o.after.id})` : empty}
    order by ${orders[o.sort]} desc, d.id desc limit ${o.limit}`
  const { rows } = await client.query<{ id: string; value: string | number }>({
    text: query.text,
    values: query.values,
  })
  return rows.map((row) => ({ id: row.id, value: Number(row.value) }))
}
