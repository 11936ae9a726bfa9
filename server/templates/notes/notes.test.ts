import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type TestApp, type TestMember, testApp } from '../../test/app.ts'
import { notesModule } from './module.ts'

let t: TestApp
let author: TestMember
let reader: TestMember
beforeAll(async () => {
  t = await testApp({ also: [notesModule] })
  author = await t.signUp()
  reader = await t.signUp()
})
afterAll(() => t.close())

const publish = async (title = '첫 노트') =>
  (await author.post('/api/notes', { title, body: '모두에게 보여 주는 글' })).body

test('a member publishes a note, and a guest reads it', async () => {
  const note = await publish()
  expect((await t.guest.get(`/api/notes/${note.id}`)).body).toMatchObject({ title: '첫 노트', can: { edit: false } })
  expect((await t.guest.get('/api/notes')).body.items[0].id).toBe(note.id)
})

test('a guest is told to sign in, and nothing is stored', async () => {
  const before = (await t.guest.get('/api/notes')).body.items.length
  expect((await t.guest.post('/api/notes', { title: 'x', body: 'y' })).status).toBe(401)
  expect((await t.guest.get('/api/notes')).body.items).toHaveLength(before)
})

test('its author edits it at the version that was read; nobody else does', async () => {
  const note = await publish()
  const change = { title: '고친 노트', body: '고친 글' }
  expect((await reader.patch(`/api/notes/${note.id}`, change, { 'if-match': '1' })).status).toBe(403)
  expect((await author.patch(`/api/notes/${note.id}`, change, { 'if-match': '1' })).body.version).toBe(2)
  expect((await author.patch(`/api/notes/${note.id}`, change, { 'if-match': '1' })).status).toBe(412)
})

test('a deleted note is gone for everyone', async () => {
  const note = await publish()
  expect((await reader.delete(`/api/notes/${note.id}`)).status).toBe(403)
  expect((await author.delete(`/api/notes/${note.id}`)).status).toBe(204)
  expect((await t.guest.get(`/api/notes/${note.id}`)).status).toBe(404)
})

test('from its one kind it is commentable, likable, bookmarkable, searchable and seen in activity', async () => {
  const note = await publish('둥근 달팽이 노트')
  const subject = `/api/subjects/${note.id}`
  expect((await reader.post(`${subject}/comments`, { body: '잘 읽었어요' })).status).toBe(201)
  expect((await reader.put(`${subject}/reaction`, { kind: 'like' })).status).toBe(200)
  expect((await reader.put(`${subject}/bookmark`)).status).toBeLessThan(300)
  expect((await reader.get(`/api/notes/${note.id}`)).body).toMatchObject({
    counts: { likes: 1, comments: 1 },
    own: { reaction: 'like', bookmarked: true },
  })
  await vi.waitFor(async () => {
    const found = await t.guest.get(`/api/search?q=${encodeURIComponent('달팽이')}`)
    expect(found.body.items.map(({ id }: { id: string }) => id)).toContain(note.id)
    const activity = await t.guest.get(`/api/members/${author.id}/activity`)
    expect(JSON.stringify(activity.body.items)).toContain(note.id)
  })
})
