import pg from 'pg'
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { Clock } from '../../kernel/clock.ts'
import type { NewEvent } from '../../kernel/event.ts'
import type { Ids } from '../../kernel/id.ts'
import { createDatabase, surviveLostSessions, type TransactionHooks } from '../database.ts'
import type { EventLog, ReadModel, Subscription } from './contract.ts'
import { type Effect, effectOf } from './effects.ts'
import { createDeadLetters, defaultRetryDelaysMs } from './failures.ts'
import { readLag } from './lag.ts'
import { readHead, readHorizon, readLog } from './log-store.ts'
import { measureEventLog } from './metrics.ts'
import { createOutbox } from './outbox.ts'
import { rebuild } from './rebuild.ts'
import { prune } from './retention.ts'
import { runSubscriptions } from './run-subscriptions.ts'
import { runSequencer } from './sequencer.ts'
import { createTail } from './tail.ts'
import { createWire, sessionOf } from './wire.ts'

export {
  type DeadLetter,
  type DeadLetters,
  type EffectSubscription,
  type EventLog,
  type EventOf,
  type InTransactionHandler,
  type NewEventOf,
  on,
  onInTransaction,
  type ReadModel,
  type Rebuilt,
  type Subscription,
  type SubscriptionLag,
} from './contract.ts'

export interface EventLogOptions {
  /** The application's pool. The log opens a few connections of its own with the same address. */
  pool: pg.Pool
  ids: Ids
  clock: Clock
  logger: Logger
  metrics?: Registry
  /** Refuse to publish data that does not fit its schema; for tests. */
  validate?: boolean
  /** Safety net under NOTIFY. */
  pollMs?: number
  /** How often parked events are looked for. */
  retryPollMs?: number
  retryDelaysMs?: readonly number[]
  handlerTimeoutMs?: number
}

export function createEventLog(options: EventLogOptions): EventLog {
  const { ids, clock, logger } = options
  const { pollMs = 200, retryPollMs = 1_000, handlerTimeoutMs = 30_000 } = options
  const { retryDelaysMs = defaultRetryDelaysMs, validate = process.env['NODE_ENV'] === 'test' } = options
  const own = ownPool(options.pool, 'madang events', 2)
  const working = ownPool(options.pool, 'madang subscriptions', 4)
  const outbox = createOutbox({ ids, clock, validate })
  const wire = createWire(own, logger)
  const taps = new Set<(events: readonly NewEvent[]) => void>()
  const hooks: TransactionHooks = {
    beforeCommit: outbox.write,
    afterCommit(events) {
      if (!events.length) return
      wire.ring('outbox')
      for (const tap of taps)
        try {
          tap(events)
        } catch (error) {
          logger.error({ err: error }, 'a tap of the event log threw')
        }
    },
  }
  const db = createDatabase(own)
  const workDb = createDatabase(working, hooks)
  const askDb = createDatabase(options.pool, hooks)
  const tail = createTail({ db, wire, logger, pollMs })
  const subscriptions = new Map<string, Subscription>()
  const models = new Map<string, ReadModel>()
  const effects: Effect[] = []
  const ending = new AbortController()
  const running: Promise<void>[] = []
  let stopped: Promise<void> | undefined
  if (options.metrics) measureEventLog(options.metrics, askDb, clock)

  function subscribe(subscription: Subscription): void {
    if (subscriptions.has(subscription.name)) throw new Error(`the subscription ${subscription.name} exists twice`)
    if (running.length) throw new Error(`the subscription ${subscription.name} comes after the start`)
    subscriptions.set(subscription.name, subscription)
  }

  async function stop(): Promise<void> {
    ending.abort()
    await Promise.all(running)
    await wire.stop()
    await Promise.all([own.end(), working.end()])
  }

  return {
    hooks,
    subscribe,
    subscribeEffect(subscription) {
      const effect = effectOf(subscription)
      subscribe(effect.subscription)
      effects.push(effect)
    },
    handleInTransaction: outbox.handle,
    readModel(model) {
      subscribe(model)
      models.set(model.name, model)
    },
    async start(parts) {
      await tail.open()
      if (parts.subscriptions)
        running.push(
          ...(await runSubscriptions({
            ...{ db: workDb, ids, logger, tail, signal: ending.signal, handlerTimeoutMs, retryDelaysMs, retryPollMs },
            ...{ subscriptions: subscriptions.values(), effects, isReadModel: (name) => models.has(name) },
          })),
        )
      running.push(wire.run(ending.signal), tail.run(ending.signal))
      if (parts.sequence)
        running.push(runSequencer({ pool: options.pool, wire, logger, signal: ending.signal, pollMs }))
    },
    stop() {
      stopped ??= stop()
      return stopped
    },
    tap(listener) {
      taps.add(listener)
      return () => void taps.delete(listener)
    },
    tail: tail.listen,
    heard: () => tail.position,
    isCurrent: () => tail.isCurrent(),
    read: (query) => readLog(askDb, query),
    head: () => readHead(askDb),
    horizon: () => readHorizon(askDb),
    lag: () => readLag(askDb, clock),
    deadLetters: createDeadLetters(askDb),
    async rebuild(name) {
      const model = models.get(name)
      if (!model) throw new Error(`there is no read model ${name}`)
      return rebuild(askDb, model)
    },
    prune: (keepDays) => prune(askDb, keepDays, clock.now()),
  }
}

function ownPool(pool: pg.Pool, name: string, max: number): pg.Pool {
  const own = new pg.Pool({ ...sessionOf(pool, name), query_timeout: undefined, max, idleTimeoutMillis: 30_000 })
  surviveLostSessions(own)
  return own
}
