import { type Queryable, sql, type Tx } from '../../platform/database.ts'
import type { UploadKind } from './file-kinds.ts'

/** One that shows files: a subject, a member (an avatar), a draft. */
export interface Referrer {
  id: string
  /** Only this member's files are shown by it. */
  authorId: string | null
  files: string[]
}

export interface Reference {
  referrerId: string
  fileId: string
  kind: UploadKind
}

/**
 * Makes the references of these referrers what they say now; answers them. A file of somebody else is not referred to:
 * naming another's file must not open it to new readers.
 */
export async function setReferences(tx: Tx, referrers: Referrer[], now: Date): Promise<Reference[]> {
  const ids = referrers.map(({ id }) => id)
  const pairs = referrers.flatMap(({ id, authorId, files }) => files.map((fileId) => ({ id, authorId, fileId })))
  const before = await tx.many<{ fileId: string }>(
    sql`select distinct file_id as "fileId" from files.reference where referrer_id = any(${ids})`,
  )
  const touched = [...new Set([...before.map(({ fileId }) => fileId), ...pairs.map(({ fileId }) => fileId)])].sort()
  if (!touched.length) return []
  await tx.run(sql`select 1 from files.file where id = any(${touched}) order by id for update`)
  await tx.run(sql`delete from files.reference where referrer_id = any(${ids})`)
  const references = await tx.many<Reference>(sql`
    with added as (
      insert into files.reference (referrer_id, file_id)
      select distinct p.id, f.id
      from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) p(id text, "authorId" text, "fileId" text)
        join files.file f on f.id = p."fileId" and f.owner_id = p."authorId" and f.state in ('pending', 'ready')
      returning referrer_id, file_id)
    select a.referrer_id as "referrerId", a.file_id as "fileId", f.kind from added a join files.file f on f.id = a.file_id`)
  await tx.run(sql`
    update files.file f set unreferenced_since = case when referred then null else coalesce(unreferenced_since, ${now}) end
    from (select id, exists (select 1 from files.reference r where r.file_id = t.id) as referred
          from unnest(${touched}::text[]) t(id)) as state
    where f.id = state.id and f.state <> 'erased' and referred = (f.unreferenced_since is not null)`)
  return references
}

const mostReferrers = 50

export const referrersOf = async (db: Queryable, fileId: string): Promise<string[]> =>
  (
    await db.many<{ id: string }>(sql`
      select referrer_id as id from files.reference where file_id = ${fileId} order by referrer_id desc limit ${mostReferrers}`)
  ).map(({ id }) => id)

/** References of subjects that are no more: their erasure is not told to hooks. */
export const dropVanished = (tx: Tx, subjectPrefixes: string[], now: Date): Promise<number> =>
  tx.run(sql`
    with dropped as (
      delete from files.reference r
      where left(r.referrer_id, 3) = any(${subjectPrefixes})
        and not exists (select 1 from platform.subjects s where s.id = r.referrer_id)
      returning r.file_id)
    update files.file f set unreferenced_since = ${now}
    where f.id in (select file_id from dropped) and f.unreferenced_since is null
      and not exists (select 1 from files.reference r where r.file_id = f.id
        and (left(r.referrer_id, 3) <> all(${subjectPrefixes})
          or exists (select 1 from platform.subjects s where s.id = r.referrer_id)))`)
