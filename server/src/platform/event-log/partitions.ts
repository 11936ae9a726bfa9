import type pg from 'pg'

/** Rows of one partition of the log: retention drops whole partitions, so there is no delete and no vacuum. */
export const partitionRows = 1_000_000

export const partitionName = (n: number) => `log_${n}`

/**
 * Makes the partition of positions n × 1,000,000 up to the next. Attached, not created in place: attaching does not lock
 * readers out.
 */
export async function makePartition(client: pg.ClientBase, n: number): Promise<void> {
  const name = `events.${partitionName(n)}`
  const { rows } = await client.query('select 1 from pg_inherits where inhrelid = to_regclass($1)', [name])
  if (rows.length) return
  await client.query(`create table if not exists ${name} (like events.log including all)`)
  await client.query(
    `alter table events.log attach partition ${name} for values from (${n * partitionRows}) to (${(n + 1) * partitionRows})`,
  )
}
