import { type Queryable, sql } from '../../../platform/database.ts'
import type { Platform } from '../../../platform/platform.ts'

export type Fault = 'missing' | 'stale' | 'orphan' | 'wrong-audience'

export interface Drift {
  documents: number
  missing: number
  stale: number
  orphan: number
  wrongAudience: number
}

export interface Faulty {
  id: string
  fault: Fault
}

const differs = sql`d.version <> s.version or d.title <> s.title or d.listed <> s.listed
  or d.status is distinct from s.status or d.author_id is distinct from s.author_id
  or d.container_id is distinct from s.container_id or d.tags <> s.tags or d.created_at <> s.created_at
  or d.likes <> s.likes`

const sorted = sql`(select array_agg(word order by word) from unnest(s.audience) word)`

/**
 * Where an index and the platform's rows of subjects disagree, by one query. What only the texts would show is found by
 * the repair, which reads them all.
 */
const faults = (kinds: string[], state: 'live' | 'building') => sql`
  select coalesce(s.id, d.id) as id, case when d.id is null then 'missing' when s.id is null then 'orphan'
      when d.audience <> coalesce(${sorted}, '{}') then 'wrong-audience' else 'stale' end as fault
  from (select * from platform.subjects where kind = any(${kinds}) and state = 'living') s
    full join (select * from search.documents where index = (select number from search.indexes where state = ${state})) d
      on d.id = s.id
  where d.id is null or s.id is null or d.audience <> coalesce(${sorted}, '{}') or ${differs}`

export const searchableKinds = ({ subjects }: Platform): string[] =>
  subjects.kinds().flatMap(({ kind, searchable }) => (searchable ? [kind] : []))

/** Up to `limit` faults, by id. */
export const findFaults = (db: Queryable, kinds: string[], state: 'live' | 'building', limit: number) =>
  db.many<Faulty>(sql`select id, fault from (${faults(kinds, state)}) f order by id limit ${limit}`)

export async function countDrift(db: Queryable, kinds: string[]): Promise<Drift> {
  const drift = await db.one<Drift>(sql`
    select (select count(*) from search.documents
        where index = (select number from search.indexes where state = 'live')) as documents,
      count(*) filter (where fault = 'missing') as missing, count(*) filter (where fault = 'stale') as stale,
      count(*) filter (where fault = 'orphan') as orphan,
      count(*) filter (where fault = 'wrong-audience') as "wrongAudience"
    from (${faults(kinds, 'live')}) f`)
  return drift ?? { documents: 0, missing: 0, stale: 0, orphan: 0, wrongAudience: 0 }
}

/** How many documents an index holds, and the XOR of their digests: equal for equal contents, whatever the order. */
export async function checksumOf(
  db: Queryable,
  state: 'live' | 'building',
): Promise<{ documents: number; checksum: string }> {
  const row = await db.one<{ documents: number; checksum: string | null }>(sql`
    select count(*) as documents, bit_xor(('x' || encode(digest, 'hex'))::bit(256))::text as checksum
    from search.documents where index = (select number from search.indexes where state = ${state})`)
  const bits = row?.checksum ?? '0'.repeat(256)
  return { documents: row?.documents ?? 0, checksum: BigInt(`0b${bits}`).toString(16).padStart(64, '0') }
}
