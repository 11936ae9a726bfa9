import type pg from 'pg'

// words are looked up in GIN and nowhere else: unpacking them row by row costs much that PostgreSQL does not reckon with
const opening = `begin isolation level repeatable read read only; set local enable_seqscan = off;
  set local enable_indexscan = off; set local jit = off; set local work_mem = '32MB'; set local statement_timeout = '5s'`
const mostAtOnce = 4

/** Lets so many searches read at once, the others in the order they came: more only wait on each other for the processor. */
export function createReading(pool: pg.Pool) {
  let running = 0
  const waiting: (() => void)[] = []

  /** One consistent state of the database for everything that a search asks. */
  return async function reading<T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
    if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        await client.query(opening)
        const result = await work(client)
        await client.query('commit')
        return result
      } catch (error) {
        await client.query('rollback').catch((lost: Error) => {
          broken = lost
        })
        throw error
      } finally {
        client.release(broken)
      }
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}

export type Reading = ReturnType<typeof createReading>
