import type { Socket } from 'node:net'
import pg from 'pg'
import type { Sql } from 'sql-template-tag'
import type { EventData, EventType, NewEvent } from '../kernel/event.ts'

export { default as sql, empty, join, raw, type Sql } from 'sql-template-tag'

export interface Queryable {
  many<T>(query: Sql): Promise<T[]>
  one<T>(query: Sql): Promise<T | undefined>
  /** Runs a statement; answers how many rows it touched. */
  run(query: Sql): Promise<number>
}

export interface Tx extends Queryable {
  /** Gathers an event; all are written as the last statement of this transaction. */
  publish<E extends EventType>(event: E, key: string, data: EventData<E>): void
  /** Runs after the commit, in this process; never after a rollback. */
  afterCommit(effect: () => void): void
  /** For libraries that want the driver's own client. */
  readonly client: pg.ClientBase
}

export interface Database extends Queryable {
  /** One transaction; repeated when PostgreSQL breaks a deadlock. `work` must therefore only touch the database. */
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  readonly pool: pg.Pool
}

export interface TransactionHooks {
  /**
   * Runs what belongs to every transaction, with what it published: in-transaction handlers. Answers the last statement,
   * which travels with the commit, so that locks are held no longer than that takes: the outbox.
   */
  beforeCommit(tx: Tx, events: NewEvent[]): Promise<Sql | undefined>
  /** Must not throw: the transaction stands. */
  afterCommit(events: NewEvent[]): void
}

const numeric = new Set([20, 1700])
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    numeric.has(oid) ? (Number as never) : (pg.types.getTypeParser(oid, format as 'text') as never),
}

const names = new Map<string, string>()
const mostNames = 2000
/** Prepared once a connection: about 1.7 times the reads of unnamed statements (docs/adr/0003). */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= mostNames) return known
  const name = `q${names.size}`
  names.set(text, name)
  return name
}

/** What is asked in one go leaves in one packet: each write wakes the server's process. */
function gather(client: pg.Pool | pg.ClientBase): void {
  const { stream } = (client as { connection?: { stream: Socket } }).connection ?? {}
  if (!stream || stream.writableCorked > 0) return
  stream.cork()
  process.nextTick(() => stream.uncork())
}

function queryable(client: pg.Pool | pg.ClientBase): Queryable {
  const ask = (query: Sql) => {
    const name = nameOf(query.text)
    gather(client)
    return client.query({ ...(name ? { name } : {}), text: query.text, values: query.values, types })
  }
  return {
    many: async <T>(query: Sql) => (await ask(query)).rows as T[],
    one: async <T>(query: Sql) => (await ask(query)).rows[0] as T | undefined,
    run: async (query) => (await ask(query)).rowCount ?? 0,
  }
}

const retried = new Set(['40P01', '40001'])
const codeOf = (error: unknown) => (error as { code?: string } | null)?.code

/** True when the error is PostgreSQL's unique violation, of the named constraint if one is given. */
export const isUniqueViolation = (error: unknown, constraint?: string): boolean =>
  codeOf(error) === '23505' && (!constraint || (error as { constraint?: string }).constraint === constraint)

export const noHooks: TransactionHooks = { beforeCommit: async () => undefined, afterCommit: () => {} }

export function createDatabase(pool: pg.Pool, hooks: TransactionHooks = noHooks): Database {
  async function attempt<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    const events: NewEvent[] = []
    const effects: (() => void)[] = []
    let broken: Error | undefined
    try {
      gather(client)
      // not waited for: it travels with the first statement, which fails if this does
      client.query('begin').catch(() => {})
      const tx: Tx = {
        ...queryable(client),
        client,
        publish: (event, key, data) => void events.push({ type: event.type, key, data }),
        afterCommit: (effect) => void effects.push(effect),
      }
      const result = await work(tx)
      const last = await hooks.beforeCommit(tx, events)
      // a commit behind a failed statement undoes everything, and the statement's error is thrown
      const [, { command }] = await Promise.all([last && tx.run(last), client.query('commit')])
      if (command !== 'COMMIT') throw new Error('a statement of the transaction had failed, and nobody looked')
      hooks.afterCommit(events)
      for (const effect of effects) effect()
      return result
    } catch (error) {
      await client.query('rollback').catch((lost: Error) => {
        broken = lost
      })
      throw error
    } finally {
      client.release(broken)
    }
  }
  return {
    ...queryable(pool),
    pool,
    async transact(work) {
      for (let tries = 1; ; tries++) {
        try {
          return await attempt(work)
        } catch (error) {
          if (tries >= 4 || !retried.has(codeOf(error) ?? '')) throw error
        }
      }
    },
  }
}

export type DatabaseAddress = Pick<pg.PoolConfig, 'host' | 'port' | 'user' | 'database' | 'connectionString'>

export function createPool(address: DatabaseAddress, max = 10): pg.Pool {
  const pool = new pg.Pool({ ...address, max, pipeline: true, idleTimeoutMillis: 30_000, application_name: 'madang' })
  surviveLostSessions(pool)
  return pool
}

/** The statement that is under way fails by itself; an error event that nobody hears would end the process. */
export function surviveLostSessions(pool: pg.Pool): void {
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
}
