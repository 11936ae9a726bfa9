import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { vi } from 'vitest'
import { compose, type Instance, migrationsOf, modules } from '../src/compose.ts'
import { readConfig } from '../src/config/read-config.ts'
import type { Module } from '../src/module.ts'
import { createPool, type DatabaseAddress } from '../src/platform/database.ts'
import { migrate } from '../src/platform/migrate.ts'
import type { Platform } from '../src/platform/platform.ts'
import { testDatabase } from './database.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Headers = Record<string, string>

export interface Reply {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely
  body: any
  headers: Record<string, string | string[] | number | undefined>
}

export interface Caller {
  get(path: string, headers?: Headers): Promise<Reply>
  post(path: string, body?: unknown, headers?: Headers): Promise<Reply>
  put(path: string, body?: unknown, headers?: Headers): Promise<Reply>
  patch(path: string, body?: unknown, headers?: Headers): Promise<Reply>
  delete(path: string, body?: unknown, headers?: Headers): Promise<Reply>
}

/** A member as tests use one: a caller that is signed in. */
export interface TestMember extends Caller {
  id: string
  nickname: string
  email: string
  token: string
}

export interface TestApp {
  app: FastifyInstance
  instance: Instance
  platform: Platform
  /** Where the server listens, for browsers and load. */
  listen(): Promise<string>
  /** Moves the instance's time; without an argument it runs as it does. */
  setTime(now?: Date): void
  guest: Caller
  as(token: string): Caller
  signUp(nickname?: string): Promise<TestMember>
  admin(): Promise<TestMember>
  /** When every event that was committed so far has been handled, with what followed from it. */
  settled(): Promise<void>
  close(): Promise<void>
}

const unheard = `
  select from events.outbox
  union all select from events.head where position > $1
  union all select from events.log l join events.subscription s on l.position > s.position and l.type = any(s.types)
  limit 1`

export const password = 'a long enough passphrase'

export interface TestAppOptions {
  /** Modules beside the composed ones. */
  also?: Module[]
  env?: Record<string, string>
  rateLimits?: boolean
  /** With the built web part: for browsers. */
  pages?: boolean
  /** Pages through Vite, as `npm run dev` serves them. */
  dev?: boolean
}

/** The whole program on a database of its own, as `npm start` composes it. Close it when the file's tests are done. */
export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = await testDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'madang-test-'))
  const config = readConfig({
    DATA_DIR: dataDir,
    LOG_LEVEL: process.env['TEST_LOG'] ?? 'error',
    WEB_PROCESSES: '1',
    ...options.env,
  })
  const list = [...new Map([...modules, ...(options.also ?? [])].map((module) => [module.name, module])).values()]
  if (list.length > modules.length) await migrateAlso(database.address, list)
  let shifted: Date | undefined
  const instance = await compose({
    config,
    database: database.address,
    clock: { now: () => (shifted ? new Date(shifted) : new Date()) },
    rateLimits: options.rateLimits ?? false,
    pages: options.pages ?? false,
    dev: options.dev ?? false,
    modules: list,
  })
  await instance.start()
  await instance.app.ready()
  const { app, platform } = instance

  async function call(
    method: Method,
    url: string,
    token: string | undefined,
    body: unknown,
    headers: Headers = {},
  ): Promise<Reply> {
    const answer = await app.inject({
      method,
      url,
      headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    })
    const json = /json/.test(String(answer.headers['content-type'] ?? ''))
    return {
      status: answer.statusCode,
      body: json ? answer.json() : answer.body,
      headers: answer.headers as Reply['headers'],
    }
  }
  const caller = (token?: string): Caller => ({
    get: (path, headers) => call('GET', path, token, undefined, headers),
    post: (path, body, headers) => call('POST', path, token, body, headers),
    put: (path, body, headers) => call('PUT', path, token, body, headers),
    patch: (path, body, headers) => call('PATCH', path, token, body, headers),
    delete: (path, body, headers) => call('DELETE', path, token, body, headers),
  })
  const guest = caller()

  async function signIn(email: string): Promise<TestMember> {
    const session = await guest.post('/api/sessions', { email, password })
    if (session.status !== 201) throw new Error(`sign-in answered ${session.status} ${JSON.stringify(session.body)}`)
    const token: string = session.body.accessToken
    const me = await caller(token).get('/api/me')
    return { ...caller(token), id: me.body.id, nickname: me.body.nickname, email, token }
  }

  let n = 0
  async function signUp(nickname = `회원${++n}번`): Promise<TestMember> {
    const email = `m${Math.random().toString(36).slice(2)}@test.invalid`
    const joined = await guest.post('/api/members', {
      email,
      password,
      nickname,
      over14: true,
      consents: { terms: true, privacy: true },
    })
    if (joined.status !== 201) throw new Error(`sign-up answered ${joined.status} ${JSON.stringify(joined.body)}`)
    await guest.put('/api/email-verification', { token: await mailedToken(platform, email) })
    return signIn(email)
  }

  return {
    app,
    instance,
    platform,
    listen: () => app.listen({ port: 0, host: '127.0.0.1' }),
    setTime: (now) => {
      shifted = now
    },
    guest,
    as: caller,
    signUp,
    async admin() {
      const { setupLink } = await import('../src/modules/identity/setup-link.ts')
      const link = await setupLink(platform)
      const token = link && new URL(link).searchParams.get('token')
      const email = 'admin@test.invalid'
      if (token) await guest.post('/api/setup', { token, email, password, nickname: '마당지기' })
      return signIn(email)
    },
    settled: () =>
      vi.waitFor(async () => {
        const { rows } = await platform.db.pool.query(unheard, [platform.events.heard()])
        if (rows.length > 0) throw new Error('some events are still to be handled')
      }, 15_000),
    async close() {
      await instance.stop()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function migrateAlso(address: DatabaseAddress, list: Module[]): Promise<void> {
  const pool = createPool(address, 1)
  await migrate(pool, migrationsOf(list))
  await pool.end()
}

/** The token of the newest letter to this address, as its reader would follow the link. */
export async function mailedToken(platform: Platform, email: string): Promise<string> {
  const { rows } = await platform.db.pool.query<{ text: string }>(
    'select text from platform.mails where "to" = $1 order by id desc limit 1',
    [email],
  )
  const token = /[?&]token=([A-Za-z0-9_-]+)/.exec(rows[0]?.text ?? '')?.[1]
  if (!token) throw new Error(`no letter with a token to ${email}`)
  return token
}
