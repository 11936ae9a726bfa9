import { setTimeout as wait } from 'node:timers/promises'
import { startEmbeddedPostgres } from '../adapters/embedded-postgres/start-embedded-postgres.ts'
import type { Config } from '../config/config.ts'
import { createPool, type DatabaseAddress } from '../platform/database.ts'
import { OperatorProblem } from './operator-problem.ts'
import { say } from './say.ts'

export interface OpenDatabase {
  address: DatabaseAddress
  close(): Promise<void>
}

const patienceMs = 60_000

/** The database of the address, waited for up to a minute, or else the embedded one, started here. */
export async function openDatabase(config: Config, onDown: (reason: string) => void): Promise<OpenDatabase> {
  if (config.databaseUrl === undefined) {
    // each process has its pool, its listener and its event log
    const settings = { max_connections: 40 + 20 * config.webProcesses }
    const { dataDir } = config
    const { host, port, user, database, stop } = await startEmbeddedPostgres({ dataDir, settings, say, onDown })
    return { address: { host, port, user, database }, close: stop }
  }
  const address = { connectionString: config.databaseUrl }
  const until = Date.now() + patienceMs
  for (let said = false; ; said = true) {
    const pool = createPool(address, 1)
    try {
      const { rows } = await pool.query<{ n: number }>(`select current_setting('server_version_num')::int n`)
      const n = rows[0]?.n ?? 0
      if (n < 150000)
        throw new OperatorProblem(`PostgreSQL 15 or newer is needed at DATABASE_URL, this is ${Math.floor(n / 10000)}`)
      return { address, close: async () => {} }
    } catch (error) {
      if (error instanceof OperatorProblem || Date.now() > until)
        throw error instanceof OperatorProblem
          ? error
          : new OperatorProblem(`the database at DATABASE_URL does not answer: ${(error as Error).message}`)
      if (!said) say('waiting for the database at DATABASE_URL')
    } finally {
      await pool.end()
    }
    await wait(500)
  }
}
