import { rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { Type } from 'typebox'
import { startEmbeddedPostgres } from '../server/src/adapters/embedded-postgres/start-embedded-postgres.ts'
import { temporaryDataDir } from '../server/src/adapters/embedded-postgres/temporary-data-dir.ts'
import { systemClock } from '../server/src/kernel/clock.ts'
import { createIds } from '../server/src/kernel/id.ts'
import { createDatabase, createPool, type DatabaseAddress, sql } from '../server/src/platform/database.ts'
import { createEventLog, on } from '../server/src/platform/event-log/event-log.ts'
import { migrate } from '../server/src/platform/migrate.ts'
import { median } from './lib/rounds.ts'
import { printTable } from './lib/table.ts'

const perSecond = 500
const seconds = 10
const rounds = 3
const subscriptions = 3
const limits = { p50: 20, p99: 200 }

const said = { type: 'bench.thing-said.v1', data: Type.Object({ n: Type.Integer() }) }

interface Round {
  perSecond: number
  p50: number
  p99: number
  max: number
  lost: number
}

/** From the end of the commit to the commit of the handler, one transaction an event, as many subscriptions as hear of a post. */
async function measure(address: DatabaseAddress): Promise<Round[]> {
  const pool = createPool(address)
  await migrate(pool, [{ name: 'platform', folder: new URL('../server/src/platform/migrations/', import.meta.url) }])
  const log = createEventLog({ pool, ids: createIds(systemClock), clock: systemClock, logger: pino({ level: 'warn' }) })
  const db = createDatabase(pool, log.hooks)
  await db.run(sql`create table heard (n int not null, subscription text not null)`)
  const committedAt = new Map<number, number>()
  const handledAt = new Map<number, number>()
  for (let s = 0; s < subscriptions; s++)
    log.subscribe(
      on({
        name: `bench.heard-${s}`,
        events: [said],
        handle: async (tx, { data }) => {
          await tx.run(sql`insert into heard (n, subscription) values (${data.n}, ${`bench.heard-${s}`})`)
          if (s === 0) tx.afterCommit(() => handledAt.set(data.n, performance.now()))
        },
      }),
    )
  await log.start({ sequence: true, subscriptions: true })

  async function round(): Promise<Round> {
    committedAt.clear()
    handledAt.clear()
    const begun = performance.now()
    const saying: Promise<void>[] = []
    for (let n = 0; n < perSecond * seconds; n++) {
      const due = begun + (n * 1000) / perSecond
      const earlyMs = due - performance.now()
      if (earlyMs > 0) await wait(earlyMs)
      const done = db.transact(async (tx) => tx.publish(said, `key${n % 50}`, { n }))
      saying.push(done.then(() => void committedAt.set(n, performance.now())))
    }
    await Promise.all(saying)
    const tookS = (performance.now() - begun) / 1000
    for (let tries = 0; handledAt.size < committedAt.size && tries < 100; tries++) await wait(100)
    const times = [...committedAt].flatMap(([n, at]) => {
      const handled = handledAt.get(n)
      return handled === undefined ? [] : Math.max(0, handled - at)
    })
    times.sort((a, b) => a - b)
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
    return {
      perSecond: committedAt.size / tookS,
      ...{ p50: at(0.5), p99: at(0.99), max: at(1), lost: committedAt.size - times.length },
    }
  }

  try {
    await round()
    const all: Round[] = []
    for (let n = 0; n < rounds; n++) all.push(await round())
    return all
  } finally {
    await log.stop()
    await pool.end()
  }
}

/** Prints how soon an event is handled after its commit; false when that is later than promised, or one was lost. */
export async function runEvents(): Promise<boolean> {
  const dataDir = await temporaryDataDir()
  const { host, port, user, database, stop } = await startEmbeddedPostgres({ dataDir })
  try {
    const all = await measure({ host, port, user, database })
    const of = (key: keyof Round) => median(all.map((round) => round[key]))
    const lost = all.reduce((sum, round) => sum + round.lost, 0)
    const good = lost === 0 && of('p50') <= limits.p50 && of('p99') <= limits.p99
    printTable(
      ['commit to handled', 'events/s', 'p50', 'p99', 'max', 'lost', ''],
      [
        [
          `${subscriptions} subscriptions, ${rounds} rounds`,
          of('perSecond').toFixed(0),
          `${of('p50').toFixed(1)} ms`,
          `${of('p99').toFixed(1)} ms`,
          `${of('max').toFixed(0)} ms`,
          String(lost),
          good ? 'ok' : 'SHORT',
        ],
      ],
    )
    return good
  } finally {
    await stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

if (import.meta.main) process.exit((await runEvents()) ? 0 : 1)
