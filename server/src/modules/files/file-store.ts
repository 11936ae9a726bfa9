import { type Queryable, sql, type Tx } from '../../platform/database.ts'
import { type FileRow, fileColumns, type Variant } from './file-row.ts'

const lockClass = 7101

export const findFile = (db: Queryable, id: string): Promise<FileRow | undefined> =>
  db.one<FileRow>(sql`select ${fileColumns} from files.file f where f.id = ${id}`)

export const findFiles = (db: Queryable, ids: string[]): Promise<FileRow[]> =>
  db.many<FileRow>(sql`select ${fileColumns} from files.file f where f.id = any(${ids}) and f.state <> 'erased'`)

/** Bytes that a member has stored, and those of them since `dayStart`. */
export async function usageOf(db: Queryable, ownerId: string, dayStart: Date): Promise<{ all: number; today: number }> {
  const usage = await db.one<{ all: number; today: number }>(sql`
    select coalesce(sum(size_bytes), 0) as all, coalesce(sum(size_bytes) filter (where created_at >= ${dayStart}), 0) as today
    from files.file where owner_id = ${ownerId} and state <> 'erased'`)
  return usage ?? { all: 0, today: 0 }
}

/** One upload of a member at a time gets past here, so that a quota is exact. */
export const lockOwner = (tx: Tx, ownerId: string): Promise<number> =>
  tx.run(sql`select pg_advisory_xact_lock(${lockClass}, hashtext(${ownerId}))`)

export type NewFile = Omit<FileRow, 'state' | 'unreferencedSince' | 'replacedAt'>

export async function insertPending(tx: Tx, file: NewFile): Promise<void> {
  await tx.run(sql`
    insert into files.file (id, owner_id, kind, state, name, type, size_bytes, sha256, width, height, variants, created_at,
      unreferenced_since)
    values (${file.id}, ${file.ownerId}, ${file.kind}, 'pending', ${file.name}, ${file.type}, ${file.sizeBytes},
      ${file.sha256}, ${file.width}, ${file.height}, ${JSON.stringify(file.variants)}::jsonb, ${file.createdAt},
      ${file.createdAt})`)
}

export const markReady = (tx: Tx, id: string): Promise<number> =>
  tx.run(sql`update files.file set state = 'ready' where id = ${id} and state = 'pending'`)

export interface Orphan {
  id: string
  ownerId: string
  kind: string
  variants: Variant[]
}

/** Marks as erased what nothing has referred to since `before`; its blobs follow. */
export const eraseUnreferenced = (tx: Tx, before: Date, limit: number): Promise<Orphan[]> =>
  tx.many<Orphan>(sql`
    update files.file f set state = 'erased', name = '', unreferenced_since = null
    where f.id in (
        select id from files.file
        where unreferenced_since < ${before} and state <> 'erased' and kind in ('avatar', 'image', 'attachment')
        order by id limit ${limit} for update skip locked)
    returning f.id, f.owner_id as "ownerId", f.kind, f.variants`)

/** Erased files whose blobs still lie there: after this run's marking, or left by a run that was cut off. */
export const withBlobsLeft = (db: Queryable, limit: number): Promise<Orphan[]> =>
  db.many<Orphan>(sql`
    select id, owner_id as "ownerId", kind, variants from files.file
    where state = 'erased' and has_blobs order by id limit ${limit}`)

export const markBlobsDeleted = (db: Queryable, ids: string[]): Promise<number> =>
  db.run(sql`update files.file set has_blobs = false where id = any(${ids})`)
