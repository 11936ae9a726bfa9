import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestMember, testApp } from '../../../../test/app.ts'
import { sql } from '../../../platform/database.ts'
import { upload } from '../../files/files-for-tests.ts'

let t: TestApp
let writer: TestMember
let other: TestMember

beforeAll(async () => {
  t = await testApp()
  writer = await t.signUp()
  other = await t.signUp()
})
afterAll(() => t.close())

const save = (by: TestMember, key: string, version: number, content: object) =>
  by.put(`/api/me/drafts/${key}`, { content }, { 'if-match': `"${version}"` })

test('a draft is kept, found by its key, listed newest first, seen by its writer alone, and thrown away', async () => {
  const content = { title: '제목', body: '쓰는 중 …', tags: ['kafka', 'node.js'], pinned: false, category: null, n: 3 }
  expect((await writer.get('/api/me/drafts/post:qna')).status).toBe(404)
  expect((await save(writer, 'post:qna', 0, content)).body).toMatchObject({ key: 'post:qna', content, version: 1 })
  await save(writer, 'reply.cmt_1', 0, { body: '답' })
  expect((await writer.get('/api/me/drafts/post:qna')).body.content).toEqual(content)
  expect((await writer.get('/api/me/drafts')).body.items.map(({ key }: { key: string }) => key)).toEqual([
    'reply.cmt_1',
    'post:qna',
  ])
  expect((await other.get('/api/me/drafts/post:qna')).status).toBe(404)
  expect((await other.get('/api/me/drafts')).body.items).toEqual([])
  expect((await t.guest.get('/api/me/drafts')).status).toBe(401)
  expect((await writer.delete('/api/me/drafts/post:qna')).status).toBe(204)
  expect((await writer.delete('/api/me/drafts/post:qna')).status).toBe(204)
  expect((await writer.get('/api/me/drafts/post:qna')).status).toBe(404)
})

test('two tabs meet: the slower one is refused and nothing is lost', async () => {
  await save(writer, 'two-tabs', 0, { body: '하나' })
  expect((await save(writer, 'two-tabs', 1, { body: '왼쪽' })).body.version).toBe(2)
  const slower = await save(writer, 'two-tabs', 1, { body: '오른쪽' })
  expect([slower.status, slower.body.code]).toEqual([412, 'version-stale'])
  expect((await save(writer, 'two-tabs', 0, { body: '새로' })).status).toBe(412)
  expect((await writer.get('/api/me/drafts/two-tabs')).body.content).toEqual({ body: '왼쪽' })
  const both = await Promise.all([1, 2, 3].map((n) => save(writer, 'at-once', 0, { body: `${n}` })))
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412, 412])
})

test('the fifty-first draft is refused, even when all come at once', async () => {
  const one = await t.signUp()
  const answers = await Promise.all(Array.from({ length: 55 }, (_, n) => save(one, `draft-${n}`, 0, { body: '글' })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(50)
  expect(answers.find(({ status }) => status !== 200)?.body.code).toBe('interactions-drafts-full')
  const [{ key, version }] = (await one.get('/api/me/drafts')).body.items
  expect((await save(one, key, version, { body: '고친 글' })).status).toBe(200)
})

test('all drafts together have a bound, which what is there already may not outgrow', async () => {
  const one = await t.signUp()
  const large = {
    body: '가'.repeat(50_000),
    ...Object.fromEntries([...'abcdefghi'].map((n) => [n, 'b'.repeat(50_000)])),
  }
  const { status, body } = await save(one, 'draft-0', 0, { body: '글' })
  expect(status).toBe(200)
  for (let n = 1; n <= 7; n++) expect((await save(one, `draft-${n}`, 0, large)).status).toBe(200)
  const refused = await save(one, 'draft-0', body.version, { ...large, j: 'c'.repeat(50_000) })
  expect([refused.status, refused.body.code]).toEqual([422, 'interactions-drafts-full'])
  expect((await one.get('/api/me/drafts/draft-0')).body.content).toEqual({ body: '글' })
})

test('a draft has bounds', async () => {
  const codes = async (content: object) => (await save(writer, 'bounds', 0, content)).body.errors?.[0]?.code
  expect(await codes({ body: '가'.repeat(50_001) })).toBe('too-long')
  expect(await codes({ 'not a name': 'x' })).toBe('unknown-field')
  expect(await codes({ body: { deep: 1 } })).toBeDefined()
  expect(await codes(Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`f${n}`, n])))).toBeDefined()
  expect((await save(writer, 'No Key', 0, {})).status).toBe(400)
  expect((await writer.get('/api/me/drafts/bounds')).status).toBe(404)
})

test('the files that a draft shows are kept with it, seen by nobody else, and let go with it', async () => {
  const file = await upload(writer, { bytes: 'notes', name: 'a.txt', kind: 'attachment' })
  const shown = async () => {
    const row = await t.platform.db.one<{ unreferencedSince: Date | null }>(
      sql`select unreferenced_since as "unreferencedSince" from files.file where id = ${file.body.id}`,
    )
    return row?.unreferencedSince === null
  }
  expect(await shown()).toBe(false)
  const { version } = (await save(writer, 'with-file', 0, { body: '글' })).body
  await save(writer, 'with-file', version, { body: `[a.txt](${file.body.url})` })
  expect(await shown()).toBe(true)
  expect((await other.get(file.body.url)).status).toBe(404)
  await save(writer, 'with-file', version + 1, { body: '없이' })
  expect(await shown()).toBe(false)
  await save(writer, 'with-file', version + 2, { body: `[a.txt](${file.body.url})` })
  await writer.delete('/api/me/drafts/with-file')
  expect(await shown()).toBe(false)
})

test('what a comment shows is read by whoever reads the comment', async () => {
  const admin = await t.admin()
  const board = { slug: 'talk', name: '이야기', kind: 'discussion', audience: ['public'] }
  await admin.post('/api/boards', board)
  const post = (await other.post('/api/boards/talk/posts', { title: '제목', body: '본문' })).body.id
  const file = await upload(writer, { bytes: 'notes', name: 'b.txt', kind: 'attachment' })
  expect((await t.guest.get(file.body.url)).status).toBe(404)
  const body = `[b.txt](${file.body.url})`
  const comment = (await writer.post(`/api/subjects/${post}/comments`, { body })).body.id
  expect((await t.guest.get(file.body.url)).status).toBe(200)
  await writer.delete(`/api/comments/${comment}`)
  expect((await t.guest.get(file.body.url)).status).toBe(404)
})
