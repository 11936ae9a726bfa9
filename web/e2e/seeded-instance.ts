import { rm } from 'node:fs/promises'
import { startEmbeddedPostgres } from '../../server/src/adapters/embedded-postgres/start-embedded-postgres.ts'
import { temporaryDataDir } from '../../server/src/adapters/embedded-postgres/temporary-data-dir.ts'
import { compose, migrationsOf, modules } from '../../server/src/compose.ts'
import type { Config } from '../../server/src/config/config.ts'
import { readConfig } from '../../server/src/config/read-config.ts'
import { createPen } from '../../server/src/importers/pen.ts'
import type { IdentityApi } from '../../server/src/modules/identity/index.ts'
import { createPool, type DatabaseAddress } from '../../server/src/platform/database.ts'
import { migrate } from '../../server/src/platform/migrate.ts'
import { inProcessApi } from '../../server/src/process/in-process-api.ts'
import type { PlanOptions } from '../../server/src/seed/make-plan.ts'
import { runSeed } from '../../server/src/seed/run-seed.ts'

export interface SeededInstance {
  url: string
  /** Of every seeded account: `admin@demo.invalid`, `member@demo.invalid` … */
  password: string
  close(): Promise<void>
}

const thisMorning = () => new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000)

/** The whole program with its pages, on a temporary folder, filled with the small demo community. */
export async function seededInstance(): Promise<SeededInstance> {
  const dataDir = await temporaryDataDir()
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error', WEB_PROCESSES: '1' })
  const { host, port, user, database, stop } = await startEmbeddedPostgres({ dataDir })
  const address = { host, port, user, database }
  const pool = createPool(address, 1)
  await migrate(pool, migrationsOf())
  await pool.end()
  const instance = await compose({ config, database: address, rateLimits: false })
  await instance.start()
  await instance.app.ready()
  const password = await fill(config, address, { locales: ['ko', 'en'], size: 's', seed: 42, end: thisMorning() })
  return {
    url: await instance.app.listen({ port: 0, host: '127.0.0.1' }),
    password,
    async close() {
      await instance.stop()
      await stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function fill(config: Config, database: DatabaseAddress, options: PlanOptions): Promise<string> {
  const pen = createPen()
  const { clock, ids } = pen
  const list = [...modules, pen.module]
  const also = { modules: list, clock, ids, rateLimits: false, pages: false }
  const writer = await compose({ config: { ...config, roles: ['web'] }, database, ...also })
  await writer.start()
  await writer.app.ready()
  try {
    const identity = writer.parts.get('identity')?.api as IdentityApi
    const tools = { platform: writer.platform, identity, pen, api: inProcessApi(writer) }
    const { password } = await runSeed(tools, options, { onProgress: () => {}, isStopped: () => false })
    return password
  } finally {
    await writer.stop()
  }
}
