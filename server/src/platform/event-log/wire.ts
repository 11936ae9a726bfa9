import pg from 'pg'
import type { Logger } from 'pino'
import { createBell, pause } from './bell.ts'

/** `outbox`: something was committed. `log`: positions were given. */
export type Channel = 'outbox' | 'log'
const channels = { outbox: 'madang_outbox', log: 'madang_log' }

/** Rings between processes by NOTIFY. Lossy: whoever listens also polls. */
export interface Wire {
  /** Calls the listeners of this process at once, and those of others within `gapMs`. */
  ring(channel: Channel): void
  on(channel: Channel, listener: () => void): void
  run(signal: AbortSignal): Promise<void>
  stop(): Promise<void>
}

/** Options of a connection of our own, like those of the pool. A vanished host is noticed within seconds on both ends. */
export function sessionOf(pool: pg.Pool, name: string): pg.ClientConfig {
  return {
    ...pool.options,
    password: pool.options.password,
    application_name: name,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5_000,
    connectionTimeoutMillis: 5_000,
    query_timeout: 15_000,
  }
}

export const keepalive = `set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3;
  set tcp_user_timeout = 11000; set statement_timeout = 10000`

/** NOTIFY outside transactions (inside one it serialises all commits), at most one each `gapMs` and channel. */
export function createWire(pool: pg.Pool, logger: Logger, gapMs = 5, heartbeatMs = 10_000): Wire {
  const listeners: Record<Channel, (() => void)[]> = { outbox: [], log: [] }
  const timers = new Map<Channel, NodeJS.Timeout>()
  const sending = new Set<Promise<unknown>>()
  const rungAt = { outbox: 0, log: 0 }
  const call = (channel: Channel) => {
    for (const listener of listeners[channel]) listener()
  }
  const send = (channel: Channel) => {
    timers.delete(channel)
    rungAt[channel] = performance.now()
    const sent = pool.query(`notify ${channels[channel]}`).catch(() => {})
    sending.add(sent)
    void sent.then(() => sending.delete(sent))
  }
  async function listen(signal: AbortSignal): Promise<void> {
    const client = new pg.Client(sessionOf(pool, 'madang events listener'))
    const lost = createBell()
    client.on('error', () => lost.ring())
    client.on('end', () => lost.ring())
    client.on('notification', ({ channel }) => call(channel === channels.outbox ? 'outbox' : 'log'))
    try {
      await client.connect()
      await client.query(keepalive)
      await client.query(`listen ${channels.outbox}; listen ${channels.log}`)
      call('outbox')
      call('log')
      while (!signal.aborted && !(await lost.wait(heartbeatMs, signal))) await client.query('select 1')
    } finally {
      await client.end().catch(() => {})
    }
  }
  return {
    on: (channel, listener) => void listeners[channel].push(listener),
    ring(channel) {
      call(channel)
      if (timers.has(channel)) return
      const delay = Math.max(0, gapMs - (performance.now() - rungAt[channel]))
      timers.set(
        channel,
        setTimeout(() => send(channel), delay),
      )
    },
    async run(signal) {
      while (!signal.aborted) {
        await listen(signal).catch((error) => logger.warn({ err: error }, 'the event listener lost its connection'))
        await pause(500, signal)
      }
    },
    async stop() {
      for (const [channel, timer] of timers) {
        clearTimeout(timer)
        send(channel)
      }
      await Promise.all(sending)
    },
  }
}
