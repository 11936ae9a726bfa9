import type { Logger } from 'pino'
import type { Event } from '../../kernel/event.ts'
import type { Database } from '../database.ts'
import { createBell, pause } from './bell.ts'
import { readHead, readLog, readOldestWaiting } from './log-store.ts'
import type { Wire } from './wire.ts'

/** The one reader of the log in a process: caches, live streams and the subscriptions' bells hang on it. */
export interface Tail {
  /** Everything up to here was handed to the listeners. */
  readonly position: number
  listen(listener: (event: Event) => void): () => void
  /** It saw the end of the log within the last second, and no event waits longer than half of one for its position. */
  isCurrent(): boolean
  open(): Promise<void>
  run(signal: AbortSignal): Promise<void>
}

const batch = 1000
const currentForMs = 1000

export function createTail(options: { db: Database; wire: Wire; logger: Logger; pollMs: number }): Tail {
  const { db, logger } = options
  const bell = createBell()
  const listeners = new Set<(event: Event) => void>()
  let position = 0
  let sawEndAt = Number.NEGATIVE_INFINITY
  let waiting: { id: number | null; since: number } = { id: null, since: 0 }
  options.wire.on('log', bell.ring)
  const deliver = (event: Event) => {
    for (const listener of listeners)
      try {
        listener(event)
      } catch (error) {
        logger.error({ err: error, position: event.position, type: event.type }, 'a listener of the event log threw')
      }
    position = event.position
  }
  return {
    get position() {
      return position
    },
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    isCurrent: () => performance.now() - sawEndAt < currentForMs,
    async open() {
      position = await readHead(db)
    },
    async run(signal) {
      while (!signal.aborted)
        try {
          const askedAt = performance.now()
          const events = await readLog(db, { after: position, limit: batch })
          events.forEach(deliver)
          if (events.length === batch) continue
          const id = await readOldestWaiting(db)
          if (id !== waiting.id) waiting = { id, since: askedAt }
          if (id === null || askedAt - waiting.since < currentForMs / 2) sawEndAt = askedAt
          await bell.wait(options.pollMs, signal)
        } catch (error) {
          logger.warn({ err: error }, 'the event log could not be read')
          await pause(500, signal)
        }
    },
  }
}
