import { Gauge, type Registry } from 'prom-client'
import type { Clock } from '../../kernel/clock.ts'
import { type Queryable, sql } from '../database.ts'
import { readLag } from './lag.ts'

/** `madang_event_lag_seconds` and `madang_dead_letters`, by subscription, read when asked. */
export function measureEventLog(registry: Registry, db: Queryable, clock: Clock): void {
  new Gauge({
    name: 'madang_event_lag_seconds',
    help: 'Age of the oldest event that a subscription has not handled',
    labelNames: ['subscription'],
    // every process tells the same
    aggregator: 'max',
    registers: [registry],
    async collect() {
      for (const { subscription, seconds } of await readLag(db, clock)) this.set({ subscription }, seconds)
    },
  })
  new Gauge({
    name: 'madang_dead_letters',
    help: 'Events that a subscription gave up on',
    labelNames: ['subscription'],
    // every process tells the same
    aggregator: 'max',
    registers: [registry],
    async collect() {
      const rows = await db.many<{ subscription: string; n: number }>(sql`
        select s.name subscription, count(f.id) n from events.subscription s
        left join events.failure f on f.subscription = s.name and f.retry_at is null group by 1`)
      for (const { subscription, n } of rows) this.set({ subscription }, n)
    },
  })
}
