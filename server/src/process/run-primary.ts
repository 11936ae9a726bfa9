import { compose, type Instance, migrationsOf } from '../compose.ts'
import type { Config } from '../config/config.ts'
import { type Arguments, readArguments } from '../config/read-arguments.ts'
import { checkConfig, readConfig } from '../config/read-config.ts'
import { setupLink } from '../modules/identity/setup-link.ts'
import { createPool } from '../platform/database.ts'
import { migrate } from '../platform/migrate.ts'
import { onShutdown } from './on-shutdown.ts'
import { type OpenDatabase, openDatabase } from './open-database.ts'
import { explain } from './operator-problem.ts'
import { say } from './say.ts'
import { gatherMetrics } from './shared-metrics.ts'
import { forkWebProcesses, type WebProcesses } from './web-processes.ts'

interface Running {
  database?: OpenDatabase
  instance?: Instance
  web?: WebProcesses
}

/** The first process of an instance: database, migrations, then everything that its roles say. */
export async function runPrimary(argv: string[]): Promise<void> {
  const running: Running = {}
  let port = 3000
  try {
    const options = readArguments(argv)
    if (options.check) {
      for (const warning of checkConfig(process.env)) say(warning)
      say('the configuration is right')
      return
    }
    const config = readConfig(process.env, options)
    port = config.port
    await start(config, options, running)
  } catch (error) {
    const code = explain(error, port)
    await stop(running).catch(() => {})
    process.exit(code)
  }
}

async function start(config: Config, options: Arguments, running: Running): Promise<void> {
  for (const warning of config.warnings) say(warning)
  onShutdown(async () => {
    say('stopping')
    await stop(running)
  })
  running.database = await openDatabase(config, (reason) => {
    say(reason)
    process.exit(1)
  })
  const { address } = running.database
  const pool = createPool(address, 1)
  const applied = await migrate(pool, migrationsOf())
  await pool.end()
  if (applied.length) say(`database brought up to date (${applied.length} steps)`)

  const many = config.roles.includes('web') && config.webProcesses > 1 && !options.dev
  const own = many ? { ...config, roles: config.roles.filter((role) => role === 'worker') } : config
  const instance = await compose({ config: own, database: address, dev: options.dev })
  running.instance = instance
  await instance.start()
  if (many) {
    gatherMetrics(instance.platform.metrics)
    running.web = await forkWebProcesses(config, address)
  } else await instance.app.listen({ port: config.port, host: config.host })
  await greet(config, instance)
}

async function greet(config: Config, instance: Instance): Promise<void> {
  say(`ready at ${config.publicUrl}`)
  if (!config.roles.includes('web')) return
  const link = await setupLink(instance.platform)
  if (link && config.adminEmail)
    say('ADMIN_EMAIL and ADMIN_PASSWORD made no account, the log says why: choose others, or use the link')
  if (link) say(`open this to set up the first administrator (24 hours): ${link}`)
}

async function stop({ web, instance, database }: Running): Promise<void> {
  await web?.stop()
  await instance?.stop()
  await database?.close()
}
