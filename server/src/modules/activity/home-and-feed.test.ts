import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailedToken, password, type TestApp, type TestMember, testApp } from '../../../test/app.ts'
import { changeNote, createNotes, notesModule, publishNote } from '../../../test/notes.ts'
import { sql } from '../../platform/database.ts'

interface Card {
  id: string
}

let t: TestApp
let author: TestMember
let reader: TestMember

beforeAll(async () => {
  t = await testApp({ also: [notesModule] })
  await createNotes(t.platform)
  author = await t.signUp()
  reader = await t.signUp()
})
afterAll(() => t.close())

const ids = (cards: Card[]) => cards.map(({ id }) => id)
const homeOf = async (by: { get: TestMember['get'] }, query = ''): Promise<Record<string, string[]>> => {
  const { body } = await by.get(`/api/home${query}`)
  return Object.fromEntries(body.sections.map(({ kind, items }: { kind: string; items: Card[] }) => [kind, ids(items)]))
}
const feedOf = async (by: TestMember, query = ''): Promise<string[]> =>
  ids((await by.get(`/api/feed${query}`)).body.items)

test('home shows the newest of each kind and variant, also to guests, and is fresh after every write', async () => {
  const plain = await publishNote(t.platform, author.id)
  expect(await homeOf(t.guest)).toMatchObject({ note: [plain] })
  const poems: string[] = []
  for (let n = 0; n < 3; n++) poems.unshift(await publishNote(t.platform, author.id, { facets: { kind: 'poem' } }))
  const secret = await publishNote(t.platform, author.id, { audience: [`member:${author.id}`] })
  await reader.post(`/api/subjects/${plain}/comments`, { body: '댓글은 여기 없어요' })
  expect(await homeOf(t.guest, '?limit=2')).toEqual({ note: [plain], poem: poems.slice(0, 2) })
  expect(await homeOf(author)).toEqual({ note: [secret, plain], poem: poems })
  await reader.put(`/api/subjects/${plain}/reaction`, { kind: 'like' })
  const { body } = await t.guest.get('/api/home')
  expect(body.sections.find(({ kind }: { kind: string }) => kind === 'note').items).toMatchObject([
    { likes: 1, comments: 1 },
  ])
  expect((await t.guest.get('/api/home?limit=21')).status).toBe(400)
})

test('home names the places to listen to for news: those that the caller may see', async () => {
  const open = await publishNote(t.platform, author.id, { title: '열린 공책' }, 'nbk')
  const closed = await publishNote(t.platform, author.id, { title: '회원의 공책', audience: ['members'] }, 'nbk')
  const placesOf = async (by: { get: TestMember['get'] }) => (await by.get('/api/home')).body.places
  expect(await placesOf(t.guest)).toContain(open)
  expect(await placesOf(t.guest)).not.toContain(closed)
  expect(await placesOf(reader)).toEqual(expect.arrayContaining([open, closed]))
})

test('a follower’s feed holds what the followed members, boards and tags bring, newest first, page by page', async () => {
  const [one, friend] = [await t.signUp(), await t.signUp()]
  const book = await publishNote(t.platform, author.id, { title: '공책' }, 'nbk')
  await one.put(`/api/members/${friend.id}/follow`)
  await one.put('/api/tags/Kafka/follow')
  const byFriend = await publishNote(t.platform, friend.id)
  await publishNote(t.platform, author.id)
  const tagged = await publishNote(t.platform, author.id, { tags: ['kafka', 'node.js'] })
  const both = await publishNote(t.platform, friend.id, { tags: ['kafka'], bookId: book, audience: [`as:${book}`] })
  await publishNote(t.platform, friend.id, { audience: [`member:${friend.id}`] })
  expect(await feedOf(one)).toEqual([both, tagged, byFriend])
  const { body } = await one.get('/api/feed?limit=2')
  expect(await feedOf(one, `?limit=2&after=${body.next}`)).toEqual([byFriend])
  expect((await feedOf(one, '?of=latest')).length).toBeGreaterThan(3)
  await one.delete(`/api/members/${friend.id}/follow`)
  expect(await feedOf(one)).toEqual([both, tagged])
  await one.delete('/api/tags/kafka/follow')
  expect(await feedOf(one)).toEqual(await feedOf(one, '?of=latest'))
  expect((await t.guest.get('/api/feed')).status).toBe(401)
  await changeNote(t.platform, both, { state: 'deleted' })
  expect(await feedOf(one)).not.toContain(both)
})

test('following is told once, listed, taken back, and refused for oneself and for what is not there', async () => {
  const one = await t.signUp()
  const path = `/api/members/${author.id}/follow`
  expect((await one.get(path)).body).toEqual({ following: false })
  expect((await one.put(path)).body).toEqual({ following: true })
  expect((await one.put(path)).body).toEqual({ following: true })
  expect((await one.get(path)).body).toEqual({ following: true })
  await one.put(`/api/tags/${encodeURIComponent('러닝')}/follow`)
  expect((await one.get('/api/me/follows')).body.items).toMatchObject([
    { kind: 'tag', id: '러닝', name: '러닝', link: `/tags/${encodeURIComponent('러닝')}`, member: null },
    { kind: 'member', id: author.id, name: author.nickname, link: `/members/${author.id}`, member: { id: author.id } },
  ])
  expect((await one.get('/api/me/follows?kind=tag')).body.items).toHaveLength(1)
  expect((await one.delete(path)).status).toBe(204)
  expect((await one.delete(path)).status).toBe(204)
  expect((await one.get(path)).body).toEqual({ following: false })

  const self = await one.put(`/api/members/${one.id}/follow`)
  expect([self.status, self.body.code]).toEqual([422, 'activity-own-follow'])
  expect((await one.put(`/api/members/${t.platform.ids.next('mem')}/follow`)).status).toBe(404)
  expect((await one.put(`/api/boards/${t.platform.ids.next('brd')}/follow`)).status).toBe(404)
  expect((await one.put(`/api/tags/${encodeURIComponent('빈 칸')}/follow`)).status).toBe(400)
  expect((await one.put('/api/tags/.../follow')).status).toBe(400)
  expect((await one.put(`/api/tags/${encodeURIComponent('러닝'.normalize('NFD'))}/follow`)).status).toBe(200)
  expect((await one.get('/api/me/follows')).body.items).toHaveLength(1)
  expect((await t.guest.put(path)).status).toBe(401)
  const said = await t.platform.db.many<{ key: string }>(sql`
    select key, data from events.outbox where type = 'activity.follow-added.v1' and data->>'memberId' = ${one.id}
    union all select key, data from events.log where type = 'activity.follow-added.v1' and data->>'memberId' = ${one.id}`)
  expect(said.map(({ key }) => key).sort()).toEqual([author.id, '러닝'].sort())
})

test('one who has yet to verify the email is not there for others', async () => {
  const one = await t.signUp()
  const joined = await t.guest.post('/api/members', {
    ...{ email: 'notyet@test.invalid', password, nickname: 'notyetthere', over14: true },
    consents: { terms: true, privacy: true },
  })
  expect(joined.status).toBe(201)
  const path = `/api/members/${joined.body.id}`
  for (const reply of [await one.get(path), await one.get(`${path}/activity`), await one.put(`${path}/follow`)])
    expect(reply.status).toBe(404)
  await t.guest.put('/api/email-verification', { token: await mailedToken(t.platform, joined.body.email) })
  expect((await one.put(`${path}/follow`)).status).toBe(200)
})
