import type pg from 'pg'

// words are looked up in GIN and nowhere else: unpacking them row by row costs much that PostgreSQL does not reckon with
const opening = `begin isolation level repeatable read read only; set local enable_seqscan = off;
  set local enable_indexscan = off; set local jit = off; set local work_mem = '32MB'; set local statement_timeout = '5s'`
const mostAtOnce = 4

/** Lets so many searches read at once, the others in the order they came: more only wait on each other for the processor. */
export function createReading(pool: pg.Pool) {
  let running = 0
  const waiting: (() => void)[] = []

  const end = (client: pg.PoolClient, how: 'commit' | 'rollback') =>
    client.query(how).then(
      () => client.release(),
      (lost: Error) => client.release(lost),
    )
  const pass = () => {
    const next = waiting.shift()
    if (next) next()
    else running--
  }

  /** One consistent state of the database for everything that a search asks. */
  return async function reading<T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
    if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    let client: pg.PoolClient | undefined
    let how: 'commit' | 'rollback' = 'rollback'
    try {
      client = await pool.connect()
      // not waited for: it travels with the first statement, which fails if this does
      client.query(opening).catch(() => {})
      const result = await work(client)
      how = 'commit'
      return result
    } finally {
      // nobody waits for the end of a transaction that wrote nothing
      if (client) void end(client, how).then(pass)
      else pass()
    }
  }
}

export type Reading = ReturnType<typeof createReading>
