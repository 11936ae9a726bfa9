import pg from 'pg'
import type { Logger } from 'pino'
import type { Event } from '../../kernel/event.ts'
import type { Ids } from '../../kernel/id.ts'
import type { Database, Tx } from '../database.ts'
import { type Bell, pause } from './bell.ts'
import { lockCheckpoint, peek, setCheckpoint, suspectEvent, takeNext } from './checkpoint.ts'
import type { Subscription } from './contract.ts'
import { noteFailure, park, settle, takeDue } from './failures.ts'
import { isPassing } from './passing-fault.ts'

export interface SubscriberOptions {
  db: Database
  ids: Ids
  logger: Logger
  subscription: Subscription
  bell: Bell
  signal: AbortSignal
  /** Where the log stands, as far as this process knows. */
  tailPosition(): number
  /** How many processes began at this checkpoint, this one included. */
  starts: number
  /** Names of subscriptions with a parked event whose time has come. */
  due: Set<string>
  handlerTimeoutMs: number
  retryDelaysMs: readonly number[]
}

const batch = 200
const idlePollMs = 5_000
const busyPollMs = 100
const mostPassingFaults = 5
/** From this start at the same checkpoint on, events are begun one by one. */
const carefulStarts = 3

type Step = { state: 'busy' | 'caught-up' | 'more'; position: number }

/** A handler's failure, with the index of its event in the batch. */
class HandlerFailed extends Error {
  readonly index: number
  readonly event: Event
  constructor(index: number, event: Event, cause: unknown) {
    super('a handler failed', { cause })
    this.index = index
    this.event = event
  }
}

/** Some event of a batch that was handled at once; nobody knows which. */
class BatchFailed extends Error {
  readonly size: number
  constructor(size: number, cause: unknown) {
    super('a batch failed', { cause })
    this.size = size
  }
}

/** Follows the log for one subscription: a batch a transaction, effects and checkpoint together. */
export async function runSubscriber(options: SubscriberOptions): Promise<void> {
  const { db, logger, subscription, bell, signal, retryDelaysMs } = options
  const { name } = subscription
  const types = subscription.events.map(({ type }) => type)
  let limit = batch
  let passing = 0

  async function handle(tx: Tx, events: Event[]): Promise<void> {
    const { handleAll } = subscription
    if (handleAll && events.length > 1)
      return within(tx, options.handlerTimeoutMs, () => handleAll(tx, events)).catch((error) => {
        throw new BatchFailed(events.length, error)
      })
    for (const [index, event] of events.entries())
      try {
        await within(tx, options.handlerTimeoutMs, () => subscription.handle(tx, event))
      } catch (error) {
        throw new HandlerFailed(index, event, error)
      }
  }

  const step = (limit: number): Promise<Step> =>
    db.transact(async (tx) => {
      const next = await takeNext(tx, { name, types, limit })
      if (!next) return { state: 'busy', position: 0 }
      const { position, events, upTo, more } = next
      await handle(tx, events)
      if (upTo > position) await setCheckpoint(tx, name, upTo)
      return { state: more ? 'more' : 'caught-up', position: upTo }
    })

  async function putAside({ event, cause }: HandlerFailed): Promise<void> {
    logger.error({ err: cause, subscription: name, position: event.position, type: event.type }, 'an event failed')
    await db.transact(async (tx) => {
      const position = await lockCheckpoint(tx, name)
      if (position === undefined || position >= event.position) return
      const id = options.ids.next('dlt')
      await park(tx, { id, subscription: name, event, error: cause, retryInMs: retryDelaysMs[0] })
      await setCheckpoint(tx, name, event.position)
    })
  }

  /** The good events before the failed one are done as a batch of their own; a failed first one is put aside. A batch is halved. */
  async function recover(error: unknown): Promise<void> {
    const failed = error instanceof HandlerFailed || error instanceof BatchFailed ? error : undefined
    if (!failed || (isPassing(failed.cause) && passing < mostPassingFaults)) {
      passing++
      logger.warn({ err: failed?.cause ?? error, subscription: name }, 'a subscription waits and tries again')
      await pause(Math.min(100 * 2 ** passing, 5_000), signal)
    } else if (failed instanceof BatchFailed) limit = failed.size >> 1
    else if (failed.index > 0) limit = failed.index
    else await putAside(failed)
  }

  async function retryDue(): Promise<void> {
    for (;;) {
      const due = await takeDue(db, name, retryDelaysMs)
      if (!due || signal.aborted) return
      await db
        .transact(async (tx) => {
          if (!(await settle(tx, due))) return
          await within(tx, options.handlerTimeoutMs, () => subscription.handle(tx, due.event))
        })
        .catch((error) => noteFailure(db, due, error))
    }
  }

  /** Puts the next event aside when it ended a process before; else notes that it is begun. */
  async function goCarefully(): Promise<void> {
    const next = await peek(db, name)
    if (next?.suspect) await putAside(new HandlerFailed(0, next.event, new Error('its process ended while at it')))
    else if (next) await suspectEvent(db, name, next.event.position)
  }

  let careful = options.starts >= carefulStarts
  let known = -1
  while (!signal.aborted) {
    try {
      if (options.due.delete(name)) await retryDue()
      if (careful) await goCarefully()
      const { state, position } = await step(careful ? 1 : limit)
      passing = 0
      limit = batch
      careful &&= state !== 'caught-up'
      if (state === 'busy') await pause(busyPollMs, signal)
      if (state !== 'caught-up') continue
      known = position
      while (!signal.aborted && !(await bell.wait(idlePollMs, signal)) && options.tailPosition() <= known);
    } catch (error) {
      await recover(error).catch((again) => {
        logger.warn({ err: again, subscription: name }, 'a failed event could not be put aside yet')
        return pause(500, signal)
      })
    }
  }
}

/** Ends the connection of a handler that takes too long: what it still sends must not reach another transaction. */
async function within(tx: Tx, timeoutMs: number, work: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      if (tx.client instanceof pg.Client) void tx.client.end().catch(() => {})
      reject(new Error(`the handler took longer than ${timeoutMs} ms`))
    }, timeoutMs)
  })
  try {
    await Promise.race([work(), late])
  } finally {
    clearTimeout(timer)
  }
}
