import { afterAll, beforeAll, expect, test } from 'vitest'
import { publish, type TestCommunity, testCommunity } from '../community-for-tests.ts'
import { createViewCounter } from './view-counter.ts'

let t: TestCommunity
beforeAll(async () => {
  t = await testCommunity()
})
afterAll(() => t.close())

const browser = (name: string) => ({ 'user-agent': `Mozilla/5.0 ${name}` })
const viewsOf = async (id: string) => (await t.guest.get(`/api/posts/${id}`)).body.views

test('a reader counts once a day, an author and a machine never, and a cached page shows the new count', async () => {
  const [author, reader] = [await t.signUp(), await t.signUp()]
  const { id } = await publish(author, await t.board('discussion'))
  const look = async (by: Pick<typeof reader, 'post'>, name: string) =>
    expect((await by.post(`/api/posts/${id}/views`, undefined, browser(name))).status).toBe(204)
  expect(await viewsOf(id)).toBe(0)
  for (const name of ['Firefox', 'Firefox', 'Safari']) await look(t.guest, name)
  for (const name of ['Firefox', 'Safari']) await look(reader, name)
  await look(author, 'Firefox')
  await look(t.guest, 'Googlebot/2.1')
  expect((await t.guest.post(`/api/posts/${id}/views`, undefined, { 'user-agent': '' })).status).toBe(204)
  await t.flushViews()
  expect(await viewsOf(id)).toBe(3)

  await look(reader, 'Firefox')
  await t.flushViews()
  expect(await viewsOf(id)).toBe(3)

  t.setTime(new Date(Date.now() + 24 * 3600_000))
  await look(await t.again(reader), 'Firefox')
  await t.flushViews()
  t.setTime()
  expect(await viewsOf(id)).toBe(4)
})

test('a member counts whatever program they read with', async () => {
  const { id } = await publish(await t.signUp(), await t.board('discussion'))
  const reader = await t.signUp()
  expect((await reader.post(`/api/posts/${id}/views`, undefined, { 'user-agent': 'curl/8.5' })).status).toBe(204)
  expect((await t.guest.post(`/api/posts/${id}/views`, undefined, { 'user-agent': 'curl/8.5' })).status).toBe(204)
  await t.flushViews()
  expect(await viewsOf(id)).toBe(1)
})

test('two processes count a reader of both once', async () => {
  const { id } = await publish(await t.signUp(), await t.board('discussion'))
  const other = createViewCounter(t.platform)
  for (let i = 0; i < 50; i++) for (const counter of [t.community.views, other]) counter.add(id, `guest ${i}`)
  await Promise.all([t.community.views.flush(), other.flush()])
  expect(await viewsOf(id)).toBe(50)
})

test('what one may not see has no views', async () => {
  const { id } = await publish(await t.signUp(), await t.board('discussion', {}, { audience: ['members'] }))
  expect((await t.guest.post(`/api/posts/${id}/views`, undefined, browser('Firefox'))).status).toBe(404)
})
