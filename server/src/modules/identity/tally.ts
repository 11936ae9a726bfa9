import { empty, type Queryable, raw, sql } from '../../platform/database.ts'

/** Counts an act under a key unless `max` fell into the window already; exact over all processes. True when counted. */
export async function tally(
  db: Queryable,
  { key, max, windowS, gapS = 0 }: { key: string; max: number; windowS: number; gapS?: number },
  now: Date,
): Promise<boolean> {
  const since = new Date(now.getTime() - windowS * 1000)
  const recent = raw('select t from unnest(n.times) t where t >')
  const lately = new Date(now.getTime() - gapS * 1000)
  const apart = gapS ? sql`and cardinality(array(${recent} ${lately})) = 0` : empty
  const counted = await db.run(sql`
    insert into identity.tallies as n (key, times, touched_at) values (${key}, ${[now]}::timestamptz[], ${now})
    on conflict (key) do update set times = array(${recent} ${since}) || ${now}::timestamptz, touched_at = ${now}
    where cardinality(array(${recent} ${since})) < ${max} ${apart}`)
  return counted === 1
}
