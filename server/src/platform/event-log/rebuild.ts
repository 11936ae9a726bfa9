import type { Event } from '../../kernel/event.ts'
import { type Database, sql, type Tx } from '../database.ts'
import type { ReadModel, Rebuilt } from './contract.ts'
import { eventColumns } from './log-store.ts'

const batch = 1000

/**
 * One transaction that deletes and replays up to the checkpoint: readers see the old rows until it commits, a crash
 * leaves them. The checkpoint is held meanwhile, so live events of this model wait and follow behind; parked ones and
 * dead letters keep waiting for their own replay.
 */
export async function rebuild(db: Database, model: ReadModel): Promise<Rebuilt> {
  return db.transact(async (tx) => {
    // retention must not move partitions into the archive between the two reads
    await tx.run(sql`lock table events.log in access share mode`)
    const checkpoint = await tx.one<{ position: number }>(sql`
      select position from events.subscription where name = ${model.name} for update`)
    const upTo = checkpoint?.position ?? 0
    const before = await model.checksum(tx)
    await model.reset(tx)
    let events = 0
    for (const table of [sql`events.archive`, sql`events.log`])
      for await (const event of replayed(tx, model, table, upTo)) {
        await model.handle(tx, event)
        events++
      }
    return { events, before, after: await model.checksum(tx) }
  })
}

async function* replayed(tx: Tx, model: ReadModel, table: typeof eventColumns, upTo: number): AsyncGenerator<Event> {
  const types = model.events.map(({ type }) => type)
  for (let after = 0; ; ) {
    const events = await tx.many<Event>(sql`
      select ${eventColumns} from ${table} l
      where position > ${after} and position <= ${upTo} and type = any(${types}::text[])
        and not exists (select from events.failure f where f.subscription = ${model.name} and f.position = l.position)
      order by position limit ${batch}`)
    yield* events
    if (events.length < batch) return
    after = events.at(-1)?.position ?? upTo
  }
}
