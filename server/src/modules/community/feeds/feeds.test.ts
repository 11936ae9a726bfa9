import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestMember } from '../../../../test/app.ts'
import { done, publish, type TestCommunity, testCommunity } from '../community-for-tests.ts'

let t: TestCommunity
let member: TestMember
beforeAll(async () => {
  t = await testCommunity()
  member = await t.signUp()
})
afterAll(() => t.close())

test.each(['rss', 'atom'])(
  'the %s feed of a public board has its newest posts, and says when nothing changed',
  async (name) => {
    const board = await t.board('discussion')
    const path = `/boards/${board}/${name}.xml`
    await publish(member, board, { title: '먼저', tags: ['하나'] })
    await publish(member, board, { title: '</title><script>& 뒤' })
    const first = done(await t.guest.get(path), 200)
    expect(first.headers['content-type']).toBe(`application/${name}+xml; charset=utf-8`)
    expect(first.body).toContain('&lt;/title&gt;&lt;script&gt;&amp; 뒤')
    expect(first.body).not.toContain('<script>')
    expect(first.body.indexOf('뒤')).toBeLessThan(first.body.indexOf('먼저'))
    const known = { 'if-none-match': String(first.headers['etag']) }
    expect((await t.guest.get(path, known)).status).toBe(304)
    expect((await t.guest.get(path, { 'if-none-match': `"x", W/${first.headers['etag']}` })).status).toBe(304)
    const third = await publish(member, board)
    expect(done(await t.guest.get(path, known), 200).body).toContain(third.id)
    const tagged = done(await t.guest.get(`${path}?tag=%ED%95%98%EB%82%98`), 200).body
    expect(tagged).toContain('먼저')
    expect(tagged).not.toContain(third.id)
  },
)

test('a board that guests may not see has no feed, not even for its members', async () => {
  const board = await t.board('discussion', {}, { audience: ['members'] })
  await publish(member, board)
  expect((await t.guest.get(`/boards/${board}/rss.xml`)).status).toBe(404)
  expect((await member.get(`/boards/${board}/atom.xml`)).status).toBe(404)
})

test('the map names every public living post and no other', async () => {
  const [open, closed] = [await t.board('question'), await t.board('discussion', {}, { audience: ['members'] })]
  const [seen, hidden, gone] = [await publish(member, open), await publish(member, closed), await publish(member, open)]
  done(await member.delete(`/api/posts/${gone.id}`), 204)
  const index = done(await t.guest.get('/sitemap.xml'), 200).body
  const files = [...index.matchAll(/<loc>[^<]*(\/sitemaps\/[^<]+)<\/loc>/g)].map(([, path]) => path)
  expect(files).toHaveLength(1)
  const map = done(await t.guest.get(files[0]), 200).body
  expect(map).toContain(`/questions/${seen.id}</loc>`)
  expect(map).not.toContain(hidden.id)
  expect(map).not.toContain(gone.id)
})
