import type { TestDatabase } from '../../../test/database.ts'
import { countingSubscription, openLog } from './event-log-for-tests.ts'

/** A process that the event 3 kills, until it is told to end. */
const { address } = JSON.parse(process.argv[2] ?? '') as Pick<TestDatabase, 'address'>
const { log, close } = openLog({ address }, { retryDelaysMs: [1] })
const counting = countingSubscription('counts')
log.subscribe({
  ...counting,
  async handle(tx, event) {
    if ((event.data as { n: number }).n === 3) process.kill(process.pid, 'SIGKILL')
    await counting.handle(tx, event)
  },
})
await log.start({ sequence: true, subscriptions: true })
process.once('SIGTERM', async () => {
  await close()
  process.exit(0)
})
