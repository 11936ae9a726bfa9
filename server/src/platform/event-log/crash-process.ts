import { setTimeout as wait } from 'node:timers/promises'
import type { TestDatabase } from '../../../test/database.ts'
import { sql } from '../database.ts'
import { counted, countingSubscription, openLog } from './event-log-for-tests.ts'

/** One process of the crash test: sequencer, one subscription and writers on contended keys, until it is killed. */
const { address, writers, keys } = JSON.parse(process.argv[2] ?? '') as {
  address: TestDatabase['address']
  writers: number
  keys: number
}
const { log, db, close } = openLog({ address }, {}, writers + 2)
log.subscribe(countingSubscription('counts'))
await log.start({ sequence: true, subscriptions: true })
let going = true

async function write(): Promise<void> {
  while (going) {
    const key = `k${Math.floor(Math.random() * keys)}`
    await db.transact(async (tx) => {
      const row = await tx.one<{ n: number }>(sql`update counters set n = n + 1 where key = ${key} returning n`)
      if (Math.random() < 0.2) await wait(Math.random() * 5)
      tx.publish(counted, key, { n: row?.n ?? 0 })
    })
    await wait(Math.random() * 10)
  }
}
const all = Promise.all(Array.from({ length: writers }, write))
process.send?.('started')
process.once('SIGTERM', async () => {
  going = false
  await all
  await close()
  process.exit(0)
})
