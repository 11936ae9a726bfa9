import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type TestApp, type TestMember, testApp } from '../../../test/app.ts'
import { auditHash } from '../../platform/audit.ts'
import { sql } from '../../platform/database.ts'

let app: TestApp
let admin: TestMember
beforeAll(async () => {
  app = await testApp()
  admin = await app.admin()
})
afterAll(() => app.close())

const set = (key: string, value: unknown, version = 0) =>
  admin.put(`/api/ops/settings/${key}`, { value }, { 'if-match': `"${version}"` })

it('of operators who set a thing for the first time at once, one succeeds and the others are told', async () => {
  for (const [round, key] of ['ops.events-kept-days', 'ops.runs-kept-days', 'files.link-ttl-s'].entries()) {
    const replies = await Promise.all(Array.from({ length: 9 }, (_, n) => set(key, 100 + round + n)))
    expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(8).fill(412)])
    const { body } = await admin.get('/api/ops/settings')
    const won = replies.find(({ status }) => status === 200)
    expect(body.items.find((item: { key: string }) => item.key === key)).toMatchObject({
      value: won?.body.value,
      version: 1,
    })
  }
})

it('a setting is kept as texts are, refused out of its bounds, and not there under another name', async () => {
  expect((await set('ops.instance-name', '  우리 마당 '.normalize('NFD'))).body.value).toBe('우리 마당')
  expect((await app.guest.get('/api/instance')).body.name).toBe('우리 마당')
  expect((await set('ops.instance-name', '   ', 1)).body.code).toBe('ops-setting-invalid')
  expect((await set('identity.nickname-characters', 8)).body.code).toBe('ops-setting-invalid')
  expect((await set('ops.nothing', 8)).status).toBe(404)
})

it('the audit is read as a file of lines, from which anyone can follow the chain of hashes', async () => {
  const { type, text } = await lines('/api/ops/audit?format=jsonl')
  expect(type).toContain('application/jsonl')
  expect(await lines('/api/ops/audit', { accept: 'application/x-ndjson' })).toEqual({ type, text })
  const rows = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(rows.map(({ n }) => n)).toEqual(rows.map((_, i) => i + 1))
  expect(rows.length).toBeGreaterThan(3)
  let hash = ''
  for (const { n, at, actorId, act, target, before, after, reason, hash: given } of rows) {
    hash = auditHash(hash, [n, at, actorId, act, target, before, after, reason])
    expect(given).toBe(hash)
  }
  const some = await lines('/api/ops/audit?format=jsonl&target=ops.instance-name')
  expect(some.text.trim().split('\n')).toHaveLength(1)
  const member = await app.signUp()
  expect((await member.get('/api/ops/audit?format=jsonl')).status).toBe(403)
})

async function lines(url: string, headers: Record<string, string> = {}) {
  const answer = await app.app.inject({ url, headers: { authorization: `Bearer ${admin.token}`, ...headers } })
  return { type: answer.headers['content-type'], text: answer.body }
}

it('a repeated request is known for the days that the operator sets, then forgotten', async () => {
  const ask = () => admin.post('/api/ops/mail-tests', { to: 'me@test.invalid' }, { 'idempotency-key': 'once' })
  const kept = async () => (await app.platform.db.many(sql`select key from platform.idempotency`)).length
  const prune = async () => {
    const { body } = await admin.post('/api/ops/jobs/ops.prune-history/runs', {})
    await vi.waitFor(async () => {
      const run = await admin.get(`/api/ops/jobs/runs/${body.id}`)
      expect(run.body.state).toBe('COMPLETED')
    }, 10_000)
  }
  await ask()
  const again = await ask()
  expect(again.headers['idempotency-replayed']).toBe('true')
  await prune()
  expect(await kept()).toBe(1)
  await app.platform.db.run(sql`update platform.idempotency set created_at = created_at - interval '7 days'`)
  await prune()
  expect(await kept()).toBe(0)
  expect((await ask()).headers['idempotency-replayed']).toBeUndefined()
})

it('a test letter is not written to what is no address', async () => {
  for (const to of ['nobody', 'a b@test.invalid', 'a@b.invalid,c@d.invalid', '@test.invalid'])
    expect((await admin.post('/api/ops/mail-tests', { to })).status, to).toBe(400)
})
