import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { createFsBlobStore } from './adapters/fs-blob-store/fs-blob-store.ts'
import { createOutboxMailer } from './adapters/outbox-mailer/outbox-mailer.ts'
import { createSmtpMailer } from './adapters/smtp/smtp-mailer.ts'
import type { Config } from './config/config.ts'
import { type Clock, systemClock } from './kernel/clock.ts'
import { createIds, type Ids } from './kernel/id.ts'
import { unavailable } from './kernel/problems.ts'
import type { Module, ModuleParts } from './module.ts'
import { activityModule } from './modules/activity/module.ts'
import { communityModule } from './modules/community/module.ts'
import { filesModule } from './modules/files/module.ts'
import { identityModule } from './modules/identity/module.ts'
import { interactionsModule } from './modules/interactions/module.ts'
import { opsModule } from './modules/ops/module.ts'
import { searchModule } from './modules/search/module.ts'
import { createAudit } from './platform/audit.ts'
import { createDatabase, createPool, type DatabaseAddress } from './platform/database.ts'
import { createEventLog } from './platform/event-log/event-log.ts'
import { tagsOf } from './platform/event-tags.ts'
import type { Guards } from './platform/guards.ts'
import { jobRunChanged } from './platform/jobs/events.ts'
import { createJobs } from './platform/jobs/jobs.ts'
import { createMail } from './platform/mail/mail.ts'
import type { Migrations } from './platform/migrate.ts'
import type { Platform } from './platform/platform.ts'
import { createRateLimits } from './platform/rate-limits.ts'
import { createSettings, settingChanged } from './platform/settings/settings.ts'
import { createSubjects } from './platform/subjects/subjects.ts'
import { createTaggedCache } from './platform/tagged-cache.ts'
import { markCommitted } from './transports/http/idempotency.ts'
import { createWeb } from './transports/http/web.ts'

/** In this order: a module stands after those it needs. A third party's module is one more line. */
export const modules: Module[] = [
  filesModule,
  identityModule,
  interactionsModule,
  activityModule,
  communityModule,
  searchModule,
  opsModule,
]

/** Every folder of SQL, the platform's first. */
export const migrationsOf = (list: Module[] = modules): Migrations[] => [
  { name: 'platform', folder: new URL('./platform/migrations/', import.meta.url) },
  ...list.flatMap(({ name, migrations }) => (migrations ? [{ name, folder: migrations }] : [])),
]

export interface ComposeOptions {
  config: Config
  database: DatabaseAddress
  modules?: Module[]
  clock?: Clock
  ids?: Ids
  /** Pages through Vite's middleware, with hot reload. */
  dev?: boolean
  /** False for an API alone, without the built web part. */
  pages?: boolean
  /** Where several processes answer behind one port: what /metrics tells of all of them. */
  metricsOf?: (own: Registry) => () => Promise<string>
  /** Off for benchmarks. */
  rateLimits?: boolean
}

export interface Instance {
  platform: Platform
  parts: Map<string, ModuleParts<unknown>>
  /** Without the role `web` it answers health and metrics alone. */
  app: FastifyInstance
  /** Event log, jobs and modules run from here on, as far as the roles say. */
  start(): Promise<void>
  /** Answers what has begun, takes nothing new, lets everything go. */
  stop(): Promise<void>
}

const noGuards: Guards = {
  authenticate: async () => {
    throw unavailable()
  },
  audiencesOf: async () => [],
  mayWrite: async () => {},
}

/** Puts one process together: adapters by address, modules by hand. */
export async function compose(options: ComposeOptions): Promise<Instance> {
  const { config, clock = systemClock } = options
  const list = options.modules ?? modules
  const ids = options.ids ?? createIds(clock)
  const logger = pino({ level: config.logLevel, base: null, redact: ['password', 'token', '*.password', '*.token'] })
  const metrics = new Registry()
  const pool = createPool(options.database)
  const cache = createTaggedCache()
  const audit = createAudit(clock)
  const events = createEventLog({ pool, ids, clock, logger, metrics })
  const db = createDatabase(pool, {
    async beforeCommit(tx, published) {
      await markCommitted(tx)
      return events.hooks.beforeCommit(tx, published)
    },
    afterCommit(published) {
      if (!published.length) return
      cache.invalidate(tagsOf(published))
      events.hooks.afterCommit(published)
    },
  })

  const parts = new Map<string, ModuleParts<unknown>>()
  const each = () => [...parts.values()]
  const guards: Guards = { ...noGuards }
  const settings = createSettings({ db, clock, audit, all: () => each().flatMap((part) => part.settings ?? []) })
  let forgetContainers = () => {}
  const subjects = createSubjects({
    db,
    kinds: () => each().flatMap((part) => part.kinds ?? []),
    hooks: () => each().flatMap((part) => part.subjectHooks ?? []),
    audiencesOf: (actor) => guards.audiencesOf(actor),
    onContainerChange: (forget) => {
      forgetContainers = forget
    },
  })
  const mailer = config.smtpUrl
    ? createSmtpMailer({ url: config.smtpUrl, from: config.mailFrom })
    : createOutboxMailer({ logger, publicUrl: config.publicUrl })
  const mail = createMail({ db, mailer, clock, ids, logger })
  const jobs = createJobs({ db, pool, clock, ids, logger, metrics, timezone: config.timezone })
  const platform: Platform = {
    config,
    clock,
    ids,
    db,
    events,
    jobs,
    subjects,
    settings,
    audit,
    limits: createRateLimits(clock, options.rateLimits ?? true),
    cache,
    guards,
    blobs: createFsBlobStore(config.dataDir),
    mailer,
    mail,
    logger,
    metrics,
  }

  for (const module of list) {
    const missing = module.needs.filter((name) => !parts.has(name))
    if (missing.length) throw new Error(`the module ${module.name} needs ${missing.join(', ')}: list it before`)
    const needs = Object.fromEntries(module.needs.map((name) => [name, parts.get(name)?.api]))
    const part = module.setup(platform, needs as never)
    parts.set(module.name, part)
    Object.assign(guards, part.guards)
    for (const handler of part.inTransaction ?? []) events.handleInTransaction(handler)
    for (const subscription of part.subscriptions ?? []) events.subscribe(subscription)
    for (const model of part.readModels ?? []) events.readModel(model)
    for (const job of part.jobs ?? []) jobs.register(job)
  }

  events.tail((event) => {
    cache.invalidate(tagsOf([event]))
    if (subjects.kindOf(event.key)?.container) forgetContainers()
    if (event.type === settingChanged.type) void settings.reload().catch(() => {})
    if (event.type === jobRunChanged.type) jobs.wake()
  })

  const web = await createWeb(
    platform,
    each().flatMap((part) => part.routes ?? []),
    {
      dev: options.dev ?? false,
      pages: options.pages ?? true,
      metrics: options.metricsOf?.(metrics) ?? (() => metrics.metrics()),
    },
  )
  const works = config.roles.includes('worker')

  return {
    platform,
    parts,
    app: web.app,
    async start() {
      await settings.reload()
      await events.start({ sequence: works, subscriptions: works })
      for (const part of each()) await part.start?.()
      mail.start()
      if (works) await jobs.start()
    },
    async stop() {
      await web.close()
      await jobs.stop()
      await mail.stop()
      for (const part of each().reverse()) await part.stop?.()
      await events.stop()
      await pool.end()
    },
  }
}
