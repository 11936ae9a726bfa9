import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestMember, testApp } from '../../../../test/app.ts'
import { changeNote, createNotes, notesModule, publishNote } from '../../../../test/notes.ts'
import { sql } from '../../../platform/database.ts'
import { checksumOf } from './drift.ts'

let t: TestApp
let admin: TestMember
const ids: string[] = []

beforeAll(async () => {
  t = await testApp({ also: [notesModule] })
  await createNotes(t.platform)
  admin = await t.admin()
  for (let n = 0; n < 230; n++)
    ids.push(await publishNote(t.platform, admin.id, { title: `되찾을 글 ${n}`, text: `본문 ${n}` }))
})
afterAll(() => t.close())

const drift = async () => (await admin.get('/api/ops/search/drift')).body
const found = async (q: string) => (await t.guest.get(`/api/search?q=${encodeURIComponent(q)}`)).body.total

async function run(path: string) {
  const { status, body } = await admin.post(path)
  expect(status, JSON.stringify(body)).toBe(202)
  const state = async () => (await t.platform.jobs.inspect(body.runId)).state
  await expect.poll(state, { timeout: 30_000, interval: 50 }).toMatch(/COMPLETED|FAILED/)
  return t.platform.jobs.inspect(body.runId)
}

test('a rebuild beside switches to an equal checksum; search is never empty, and what is written meanwhile is in', async () => {
  const before = await checksumOf(t.platform.db, 'live')
  const live = () => t.platform.db.one<{ number: number }>(sql`select number from search.indexes where state = 'live'`)
  const [was] = [await live()]
  const running = run('/api/ops/search/rebuilds')
  let least = Number.POSITIVE_INFINITY
  let done = false
  const watched = running.finally(() => {
    done = true
  })
  const [kept = '', gone = ''] = ids
  const added = await publishNote(t.platform, admin.id, { title: '도중에 쓴 글' })
  await changeNote(t.platform, gone, { state: 'deleted' })
  while (!done) {
    least = Math.min(least, await found('되찾을'))
    // an answer kept in memory takes no turn of the event loop
    await setImmediate()
  }
  expect((await watched).state).toBe('COMPLETED')
  expect(least).toBeGreaterThanOrEqual(229)
  expect((await live())?.number).not.toBe(was?.number)
  expect(await drift()).toMatchObject({ documents: 230, missing: 0, stale: 0, orphan: 0, wrongAudience: 0 })
  expect(await found('도중에')).toBe(1)
  await changeNote(t.platform, gone, { state: 'living' })
  await changeNote(t.platform, added, { state: 'deleted' })
  expect(await checksumOf(t.platform.db, 'live')).toEqual(before)
  expect(kept).toBeTruthy()
})

test('a second rebuild is refused while one is running', async () => {
  const first = await admin.post('/api/ops/search/rebuilds')
  const second = await admin.post('/api/ops/search/rebuilds')
  expect([first.status, second.status, second.body.code]).toEqual([202, 409, 'search-rebuild-running'])
  const state = async () => (await t.platform.jobs.inspect(first.body.runId)).state
  await expect.poll(state, { timeout: 30_000 }).toBe('COMPLETED')
})

test('planted faults are all counted and all repaired', async () => {
  const [missing, stale, wrong, text] = ids.slice(10)
  const plant = (change: ReturnType<typeof sql>) => t.platform.db.run(change)
  const index = sql`index = (select number from search.indexes where state = 'live')`
  await plant(sql`delete from search.documents where ${index} and id = ${missing}`)
  await plant(sql`update search.documents set title = '낡은 제목' where ${index} and id = ${stale}`)
  await plant(sql`update search.documents set audience = array['role:admin'] where ${index} and id = ${wrong}`)
  await plant(sql`update search.documents set body = '낡은 본문' where ${index} and id = ${text}`)
  await plant(sql`
    insert into search.documents select (jsonb_populate_record(d, '{"id": "nte_orphan", "number": 0}')).* from search.documents d
    where ${index} and id = ${ids[20]}`)
  expect(await drift()).toMatchObject({ missing: 1, stale: 1, orphan: 1, wrongAudience: 1 })
  const { state, steps } = await run('/api/ops/search/repairs')
  expect(state).toBe('COMPLETED')
  expect(steps.find(({ name }) => name === 'texts')?.written).toBe(1)
  expect(await drift()).toMatchObject({ documents: 230, missing: 0, stale: 0, orphan: 0, wrongAudience: 0 })
  const events = await t.platform.events.read({ after: 0, limit: 1000, types: ['search.drift-found.v1'] })
  expect(events.map(({ data }) => data)).toEqual([{ missing: 1, stale: 1, orphan: 1, wrongAudience: 1 }])
  const again = await run('/api/ops/search/repairs')
  expect(again.steps.map(({ written }) => written)).toEqual([0, 0, 0])
})

test('only administrators look after the index', async () => {
  const member = await t.signUp()
  for (const [method, path] of [
    ['post', '/api/ops/search/rebuilds'],
    ['post', '/api/ops/search/repairs'],
    ['get', '/api/ops/search/drift'],
  ] as const) {
    expect((await member[method](path)).status).toBe(403)
    expect((await t.guest[method](path)).status).toBe(401)
  }
})
