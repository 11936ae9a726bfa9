import { readFile, stat } from 'node:fs/promises'
import { afterEach, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../test/app.ts'
import { compose, type Instance, modules } from '../compose.ts'
import { createPen } from '../importers/pen.ts'
import type { IdentityApi } from '../modules/identity/index.ts'
import type { DatabaseAddress } from '../platform/database.ts'
import { inProcessApi } from '../process/in-process-api.ts'
import { accountsFile } from './accounts.ts'
import { makePlan, type PlanOptions } from './make-plan.ts'
import { runSeed } from './run-seed.ts'

const options: PlanOptions = { locales: ['ko', 'en'], size: 's', seed: 42, end: new Date('2026-01-31T15:00:00Z') }
const open: { t: TestApp; writer: Instance }[] = []
afterEach(async () => {
  for (const { t, writer } of open.splice(0)) {
    await writer.stop()
    await t.close()
  }
})

/** A running instance, and a second process's worth of it that writes with a pen of its own. */
async function instance(env: Record<string, string> = {}) {
  const t = await testApp({ env })
  const pen = createPen()
  const { host, port, user, database } = t.platform.db.pool.options
  const writer = await compose({
    config: { ...t.platform.config, roles: ['web'] },
    database: { host, port, user, database } as DatabaseAddress,
    modules: [...modules, pen.module],
    ...{ clock: pen.clock, ids: pen.ids, rateLimits: false },
  })
  await writer.start()
  await writer.app.ready()
  open.push({ t, writer })
  const tools = {
    ...{ platform: writer.platform, pen, api: inProcessApi(writer) },
    identity: writer.parts.get('identity')?.api as IdentityApi,
  }
  const seed = (stopAfter = Number.POSITIVE_INFINITY, more: Partial<PlanOptions> = {}) => {
    let steps = 0
    return runSeed(
      tools,
      { ...options, ...more },
      {
        onProgress: () => {
          steps++
        },
        isStopped: () => steps >= stopAfter,
      },
    )
  }
  return { t, seed }
}

it('writes the same community wherever and however often it is stopped, and nothing the second time', {
  timeout: 300_000,
}, async () => {
  const [whole, stopped] = [await instance(), await instance()]
  const report = await whole.seed()
  expect(report).toMatchObject({ isCut: false, counts: { members: 8, questions: 24, 'archive entries': 12 } })
  expect(report.added).toBeGreaterThan(300)
  expect(await whole.seed()).toMatchObject({ added: 0, checksum: report.checksum })

  for (const stopAfter of [60, 250]) expect((await stopped.seed(stopAfter)).isCut).toBe(true)
  expect(await stopped.seed()).toMatchObject({ isCut: false, checksum: report.checksum })

  const { t } = whole
  const questions = (await t.guest.get('/api/boards/qna/posts?limit=100')).body.items
  expect(questions).toHaveLength(24)
  const solved = questions.find((question: { acceptedAnswerId: string | null }) => question.acceptedAnswerId)
  expect(solved).toMatchObject({ status: 'RESOLVED', author: { nickname: expect.any(String) } })
  const times = questions.map(({ createdAt }: { createdAt: string }) => Date.parse(createdAt))
  expect(Math.max(...times)).toBeLessThan(options.end.getTime())
  expect(Math.min(...times)).toBeGreaterThan(options.end.getTime() - 90 * 24 * 3600_000)
  expect((await t.guest.get(`/api/posts/${solved.id}`)).body.board.slug).toBe('qna')

  const file = accountsFile(t.platform.config.dataDir)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const password = /password: (\S+)/.exec(await readFile(file, 'utf8'))?.[1]
  for (const account of ['admin', 'moderator', 'member', 'newbie']) {
    const { status, body } = await t.guest.post('/api/sessions', { email: `${account}@demo.invalid`, password })
    expect({ account, status }).toEqual({ account, status: 201 })
    const { roles } = (await t.as(body.accessToken).get('/api/me')).body
    expect(roles).toEqual(account === 'admin' || account === 'moderator' ? [account] : [])
  }
})

it('fills an instance whose administrator has the name of one of its people', { timeout: 120_000 }, async () => {
  const named = await instance()
  const admin = await named.t.admin()
  expect(await named.seed()).toMatchObject({ isCut: false })
  expect((await named.t.guest.get(`/api/members/${encodeURIComponent(admin.nickname)}2`)).status).toBe(200)
  expect(await named.seed()).toMatchObject({ added: 0 })
})

it('does not move in where members came by themselves, nor where letters would leave', {
  timeout: 60_000,
}, async () => {
  const inhabited = await instance()
  await inhabited.t.admin()
  await inhabited.t.signUp()
  await expect
    .poll(
      async () =>
        (await inhabited.t.platform.events.read({ after: 0, limit: 100, types: ['identity.member-joined.v1'] })).length,
    )
    .toBeGreaterThan(0)
  await expect(inhabited.seed()).rejects.toThrow(/^seed-not-empty/)
  expect((await inhabited.t.guest.get('/api/posts?limit=1')).body.items).toEqual([])
  const mailing = await instance({ SMTP_URL: 'smtp://127.0.0.1:2525' })
  await expect(mailing.seed()).rejects.toThrow(/^seed-mails/)
})

it('plans the same for the same options, another community for another seed, and never against time', () => {
  const plan = makePlan(options)
  expect(makePlan(options)).toEqual(plan)
  expect(makePlan({ ...options, seed: 43 })).not.toEqual(plan)
  const { texts, responses, acceptances } = makePlan({ ...options, size: 'm' })
  const counts = Map.groupBy(texts, ({ kind }) => kind)
  expect(counts.get('question')).toHaveLength(120)
  expect(counts.get('archive')).toHaveLength(60)
  expect(counts.get('comment')).toHaveLength(300)
  expect(acceptances.length).toBeGreaterThanOrEqual(65)
  expect(responses.filter(({ kind }) => kind === 'like').length).toBeGreaterThanOrEqual(780)
  expect(new Set(texts.map(({ name }) => name)).size).toBe(texts.length)
  for (const { name, at, by, under, input } of texts) {
    expect(by.joinedAt < at, `${name} before its author joined`).toBe(true)
    expect(!under || under.at < at, `${name} before what it answers`).toBe(true)
    expect(at < options.end, `${name} after the end`).toBe(true)
    expect(String(input['title'] ?? '').length, name).toBeLessThanOrEqual(100)
    expect(JSON.stringify(input), name).not.toMatch(/\{(where|error|cause|fix|title|environment)\}|lorem/i)
  }
  for (const { by, to } of responses) expect('by' in to ? to.by.key : to.key).not.toBe(by.key)
})
