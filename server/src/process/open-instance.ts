import { findRunningPostgres } from '../adapters/embedded-postgres/find-running-postgres.ts'
import { PostgresProblem } from '../adapters/embedded-postgres/postgres-problem.ts'
import { compose, type Instance, migrationsOf, modules } from '../compose.ts'
import type { Config } from '../config/config.ts'
import { readConfig } from '../config/read-config.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Ids } from '../kernel/id.ts'
import type { Module } from '../module.ts'
import { createPool } from '../platform/database.ts'
import { migrate } from '../platform/migrate.ts'
import { type OpenDatabase, openDatabase } from './open-database.ts'
import { OperatorProblem } from './operator-problem.ts'

export interface OpenInstance {
  instance: Instance
  /** Another process serves this instance right now; it hears of what is written here through the event log. */
  isServed: boolean
  close(): Promise<void>
}

export interface OpenOptions {
  clock?: Clock
  ids?: Ids
  /** Beside the modules of the instance. */
  also?: Module[]
}

/** The instance of this environment, composed in this process without a port: beside a running one, or alone. */
export async function openInstance(options: OpenOptions = {}): Promise<OpenInstance> {
  const read = readConfig(process.env)
  const config: Config = { ...read, roles: ['web'], logLevel: read.logLevel === 'info' ? 'error' : read.logLevel }
  const { database, isServed } = await openOrJoin(config)
  try {
    const list = [...modules, ...(options.also ?? [])]
    const pool = createPool(database.address, 1)
    await migrate(pool, migrationsOf(list)).finally(() => pool.end())
    if (!isServed) await wakeOnce(config, database, list)
    const { clock, ids } = options
    const instance = await compose({
      config,
      database: database.address,
      modules: list,
      rateLimits: false,
      ...(clock ? { clock } : {}),
      ...(ids ? { ids } : {}),
    })
    await instance.start()
    await instance.app.ready()
    return {
      instance,
      isServed,
      async close() {
        await instance.stop()
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** What a first start does besides migrating: boards of the preset, terms; and what was left in the outbox. */
async function wakeOnce(config: Config, { address }: OpenDatabase, list: Module[]): Promise<void> {
  const instance = await compose({ config: { ...config, roles: ['worker'] }, database: address, modules: list })
  try {
    await instance.start()
  } finally {
    await instance.stop()
  }
}

async function openOrJoin(config: Config): Promise<{ database: OpenDatabase; isServed: boolean }> {
  const onDown = (reason: string) => {
    process.stderr.write(`${reason}\n`)
    process.exit(1)
  }
  try {
    return { database: await openDatabase(config, onDown), isServed: false }
  } catch (error) {
    if (!(error instanceof PostgresProblem) || error.code !== 'in-use') throw error
    const address = findRunningPostgres(config.dataDir)
    if (!address) throw error
    const pool = createPool(address, 1)
    await pool
      .query('select 1')
      .catch((refused: Error) => {
        throw new OperatorProblem(
          `${config.dataDir} is in use, and its database does not let this user in (${refused.message}): ` +
            'run this as the user who runs the instance',
        )
      })
      .finally(() => pool.end())
    return { database: { address, close: async () => {} }, isServed: true }
  }
}
