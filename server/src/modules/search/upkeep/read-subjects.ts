import { type Queryable, sql } from '../../../platform/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { SubjectKind, SubjectRecord } from '../../../platform/subjects/subject-kind.ts'

export type KindedRecord = SubjectRecord & { kind: SubjectKind }

/** What the kinds say of these subjects now; ids without a row are left out. */
export async function readSubjects({ subjects }: Platform, db: Queryable, ids: string[]): Promise<KindedRecord[]> {
  const records: KindedRecord[] = []
  for (const [kind, group] of Map.groupBy(ids, (id) => subjects.kindOf(id)))
    if (kind) records.push(...(await kind.read(db, group)).map((record) => ({ ...record, kind })))
  return records
}

/** The next living subjects that can be searched, by id. The platform's rows say which there are: no other is found. */
export async function nextIds({ db }: Platform, kinds: string[], after: string | null, limit: number) {
  const rows = await db.many<{ id: string }>(sql`
    select id from platform.subjects where id > ${after ?? ''} and kind = any(${kinds}) and state = 'living'
    order by id limit ${limit}`)
  const items = rows.map(({ id }) => id)
  return { items, checkpoint: items.at(-1) ?? after ?? '', done: items.length < limit }
}
