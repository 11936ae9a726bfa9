import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { pino } from 'pino'
import type { TestDatabase } from '../../../test/database.ts'
import { systemClock } from '../../kernel/clock.ts'
import { createIds } from '../../kernel/id.ts'
import { createDatabase, createPool } from '../database.ts'
import { crashJob } from './crash-job-for-tests.ts'
import { createJobs } from './jobs.ts'

/** One process that works on the crash tests' job until it is killed. */
const options = JSON.parse(process.argv[2] ?? '') as {
  address: TestDatabase['address']
  job: string
  total: number
  chunkMs: number
  leaseMs: number
  /** Kills itself before this statement of the run. */
  killBefore?: number
  /** Says so and waits, when it comes to this item, in the chunk's transaction or before it. */
  pauseAt?: number
  pauseIn?: 'read' | 'write'
}

let statements = 0
if (options.killBefore !== undefined) {
  const { killBefore } = options
  const query = pg.Client.prototype.query
  pg.Client.prototype.query = function (this: pg.Client, ...args: never[]) {
    const [first] = args as unknown[]
    const text = (first as { text?: string }).text ?? String(first)
    // what an idle process asks is not counted: a run begins with its claim
    if (statements > 0 || text.includes('set lease_owner')) statements++
    if (statements >= killBefore) process.kill(process.pid, 'SIGKILL')
    return (query as (...all: never[]) => never).apply(this, args)
  } as never
}

const pool = createPool(options.address, 4)
const jobs = createJobs({
  ...{ db: createDatabase(pool), pool, clock: systemClock, ids: createIds(systemClock), timezone: 'Asia/Seoul' },
  ...{
    logger: pino({ level: 'silent' }),
    leaseMs: options.leaseMs,
    pollMs: 50,
    chunkSize: 10,
    retryDelaysMs: [1, 2, 4],
  },
})
const pause = async (place: 'read' | 'write', n: number) => {
  if (place !== options.pauseIn || n !== options.pauseAt) return
  process.send?.('paused')
  await wait(300)
  process.send?.('woken')
}
jobs.register(crashJob({ name: options.job, total: options.total, chunkMs: options.chunkMs, pause }))
await jobs.start()
process.once('SIGTERM', async () => {
  await jobs.stop()
  process.exit(0)
})
