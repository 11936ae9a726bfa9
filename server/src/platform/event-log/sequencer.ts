import pg from 'pg'
import type { Logger } from 'pino'
import { createBell, pause } from './bell.ts'
import { makePartition, partitionRows } from './partitions.ts'
import { keepalive, sessionOf, type Wire } from './wire.ts'

const lockKey = 7001
const batch = 1000
/** While events stream in they are moved at most so often: every round wakes all who follow the log. */
const gatherMs = 10
/** So many in one round are a rush: what its rounds cost is then better spent on those who write. */
const rush = 10
const gatherInRushMs = 30

/** One statement moves what is visible from the outbox into the log, in id order: gap-free, each key in lock order. */
const move = {
  name: 'sequence',
  text: `
    with batch as materialized (select id from events.outbox order by id limit ${batch}),
    gone as (delete from events.outbox o using batch b where o.id = b.id returning o.*),
    n as (select count(*) n from gone),
    head as (
      update events.head set position = position + (select n from n) where (select n from n) > 0 returning position
    ),
    put as (
      insert into events.log (position, event_id, type, key, data, at)
      select (select position from head) - (select n from n) + row_number() over (order by id),
        event_id, type, key, data, at
      from gone
    )
    select (select n from n)::int moved, coalesce((select position from head), 0)::float8 head`,
}

/**
 * Gives committed events their positions. Runs in every process of its role; the one whose session holds the advisory
 * lock leads, and a dead leader's lock ends with its session.
 */
export async function runSequencer(options: {
  pool: pg.Pool
  wire: Wire
  logger: Logger
  signal: AbortSignal
  pollMs: number
}): Promise<void> {
  const { wire, logger, signal, pollMs } = options
  const bell = createBell()
  wire.on('outbox', bell.ring)

  async function lead(client: pg.Client): Promise<void> {
    const { rows } = await client.query<{ position: number }>('select position::float8 from events.head')
    let head = rows[0]?.position ?? 0
    let partitions = Math.floor(head / partitionRows)
    while (!signal.aborted) {
      while (partitions * partitionRows <= head + 2 * batch) await makePartition(client, partitions++)
      const beganAt = performance.now()
      const { rows } = await client.query<{ moved: number; head: number }>(move)
      const moved = rows[0]?.moved ?? 0
      if (moved > 0) {
        head = rows[0]?.head ?? head
        wire.ring('log')
      }
      if (moved === batch) continue
      await bell.wait(pollMs, signal)
      const early = beganAt + (moved < rush ? gatherMs : gatherInRushMs) - performance.now()
      if (early > 0) await pause(early, signal)
    }
  }

  while (!signal.aborted) {
    const client = new pg.Client(sessionOf(options.pool, 'madang sequencer'))
    client.on('error', () => {})
    try {
      await client.connect()
      await client.query(keepalive)
      while (!signal.aborted) {
        const { rows } = await client.query(`select pg_try_advisory_lock(${lockKey}) leads`)
        if (rows[0].leads) await lead(client)
        else await pause(500, signal)
      }
    } catch (error) {
      logger.warn({ err: error }, 'the sequencer lost its connection')
      await pause(200, signal)
    } finally {
      await client.end().catch(() => {})
    }
  }
}
