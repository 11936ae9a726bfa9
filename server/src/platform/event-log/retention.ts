import { type Database, raw, sql } from '../database.ts'
import { partitionName, partitionRows } from './partitions.ts'

/**
 * Drops the partitions whose newest event is older than `keepDays` and behind every subscription that any process served
 * in that time. Events of read models go to the archive first, so that these can still be rebuilt.
 */
export async function prune(db: Database, keepDays: number, now: Date): Promise<string[]> {
  await db.run(sql`delete from events.inbox where done_at < now() - interval '7 days'`)
  const dropped: string[] = []
  for (;;) {
    const name = await db.transact(async (tx) => {
      await tx.run(sql`set local lock_timeout = '1s'`)
      const oldest = await tx.one<{ n: number }>(
        sql`select floor(position / ${partitionRows}::float8)::int n from events.log order by position limit 1`,
      )
      if (!oldest) return undefined
      const end = (oldest.n + 1) * partitionRows
      const done = await tx.one<{ done: boolean }>(sql`
        select h.position >= ${end}
          and (select at from events.log where position < ${end} order by position desc limit 1)
            < ${now}::timestamptz - ${keepDays}::int * interval '1 day'
          and not exists (select from events.subscription
            where position < ${end} - 1 and (is_read_model or seen_at > now() - ${keepDays}::int * interval '1 day')) done
        from events.head h`)
      if (!done?.done) return undefined
      const partition = partitionName(oldest.n)
      const table = raw(`events.${partition}`)
      await tx.run(sql`
        insert into events.archive select * from ${table}
        where type in (select unnest(types) from events.subscription where is_read_model) on conflict do nothing`)
      await tx.run(sql`drop table ${table}`)
      return partition
    })
    if (!name) return dropped
    dropped.push(name)
  }
}
