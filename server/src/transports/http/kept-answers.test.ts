import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestApp, type TestMember, testApp } from '../../../test/app.ts'

let t: TestApp
let url: string
let author: TestMember
let path: string

beforeAll(async () => {
  t = await testApp()
  url = await t.listen()
  author = await t.admin()
  await author.post('/api/boards', { slug: 'kept', name: '보관', kind: 'discussion', audience: ['public'] })
  const { body } = await author.post('/api/boards/kept/posts', { title: '보관되는 글', body: '처음 본문' })
  path = `/api/posts/${body.id}`
})
// what is heard late of an earlier change would end what is kept
beforeEach(() => t.settled())
afterAll(() => t.close())

const ask = (headers: Record<string, string> = {}) => fetch(url + path, { headers })

test('what any guest may see is kept until it changes, with a validator', async () => {
  const first = await ask()
  const again = await ask({ 'x-request-id': 'asked-again-1' })
  expect(again.headers.get('etag')).toBe(first.headers.get('etag'))
  expect(again.headers.get('x-request-id')).toBe('asked-again-1')
  expect(await again.json()).toEqual(await first.json())
  expect(t.platform.cache.hits).toBe(1)
  for (const name of ['content-type', 'cache-control', 'vary', 'x-content-type-options'])
    expect(again.headers.get(name), name).toBe(first.headers.get(name))

  const unchanged = await ask({ 'if-none-match': String(first.headers.get('etag')) })
  expect([unchanged.status, await unchanged.text()]).toEqual([304, ''])

  const { body } = await author.get(path)
  await author.patch(path, { body: '고친 본문' }, { 'if-match': String(body.version) })
  const changed = await ask()
  expect(changed.headers.get('etag')).not.toBe(first.headers.get('etag'))
  expect((await changed.json()).body).toBe('고친 본문')
})

test('a member is never given what was kept for guests', async () => {
  await ask()
  const { can } = await (await ask({ authorization: `Bearer ${author.token}` })).json()
  expect(can.edit).toBe(true)
  expect((await (await ask()).json()).can.edit).toBe(false)
})

test('a kept answer counts like any other', async () => {
  await ask()
  const counted = async () =>
    Number(
      /madang_http_requests_total\{method="GET",route="\/api\/posts\/:id",status="200"\} (\d+)/.exec(
        await t.platform.metrics.metrics(),
      )?.[1],
    )
  const before = await counted()
  const hits = t.platform.cache.hits
  await ask()
  expect(t.platform.cache.hits).toBe(hits + 1)
  expect(await counted()).toBe(before + 1)
})

test('a crowd that asks for the same at once is given one answer, made once', async () => {
  await author.patch(path, { title: '몰려드는 글' }, { 'if-match': String((await author.get(path)).body.version) })
  await t.settled()
  const misses = t.platform.cache.misses
  const answers = await Promise.all(Array.from({ length: 50 }, () => ask()))
  const titles = await Promise.all(answers.map(async (answer) => (await answer.json()).title))
  expect(new Set(titles)).toEqual(new Set(['몰려드는 글']))
  expect(t.platform.cache.misses).toBe(misses + 1)
})
