import { rm } from 'node:fs/promises'
import { startEmbeddedPostgres } from '../../server/src/adapters/embedded-postgres/start-embedded-postgres.ts'
import { temporaryDataDir } from '../../server/src/adapters/embedded-postgres/temporary-data-dir.ts'
import { compose, type Instance, migrationsOf } from '../../server/src/compose.ts'
import { readConfig } from '../../server/src/config/read-config.ts'
import { setupLink } from '../../server/src/modules/identity/setup-link.ts'
import { createPool, type DatabaseAddress } from '../../server/src/platform/database.ts'
import { migrate } from '../../server/src/platform/migrate.ts'

export interface Caller {
  get<T>(url: string): Promise<T>
  post<T>(url: string, payload: object): Promise<T>
}

export interface BenchInstance {
  instance: Instance
  database: DatabaseAddress
  guest: Caller
  /** The instance's admin. */
  member: Caller & { id: string; token: string }
  stop(): Promise<void>
}

const password = 'a long enough passphrase'

/** The whole program on an empty database of its own, without limits on rates. */
export async function startInstance(): Promise<BenchInstance> {
  const folder = await temporaryDataDir()
  const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'fatal', WEB_PROCESSES: '1' })
  const { host, port, user, database, stop } = await startEmbeddedPostgres({ dataDir: folder })
  const address = { host, port, user, database }
  const pool = createPool(address, 1)
  await migrate(pool, migrationsOf())
  await pool.end()
  const instance = await compose({ config, database: address, rateLimits: false })
  await instance.start()
  await instance.app.ready()

  function caller(token?: string): Caller {
    async function call<T>(method: 'GET' | 'POST', url: string, payload?: object): Promise<T> {
      const headers = token ? { authorization: `Bearer ${token}` } : {}
      const answer = await instance.app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
      if (answer.statusCode >= 400) throw new Error(`${method} ${url} answered ${answer.statusCode} ${answer.body}`)
      return answer.json() as T
    }
    return { get: (url) => call('GET', url), post: (url, payload) => call('POST', url, payload) }
  }

  const guest = caller()
  const email = 'bench@bench.invalid'
  const token = new URL((await setupLink(instance.platform)) ?? '').searchParams.get('token')
  await guest.post('/api/setup', { token, email, password, nickname: '벤치' })
  const { accessToken } = await guest.post<{ accessToken: string }>('/api/sessions', { email, password })
  const member = caller(accessToken)
  const { id } = await member.get<{ id: string }>('/api/me')
  return {
    instance,
    database: address,
    guest,
    member: { ...member, id, token: accessToken },
    async stop() {
      await instance.stop()
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
