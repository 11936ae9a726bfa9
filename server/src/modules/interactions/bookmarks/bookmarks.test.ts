import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestMember, testApp } from '../../../../test/app.ts'
import { changeNote, createNotes, notesModule, publishNote } from '../../../../test/notes.ts'

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

const keep = (by: TestMember, id: string, folder?: string | null) =>
  by.put(`/api/subjects/${id}/bookmark`, folder === undefined ? {} : { folder })
const kept = async (by: TestMember, query = ''): Promise<string[]> =>
  (await by.get(`/api/me/bookmarks${query}`)).body.items.map(({ subject }: { subject: { id: string } }) => subject.id)

test('the first bookmark says so; after a removed one, or again, it is not the first', async () => {
  const id = await publishNote(t.platform, author.id)
  expect((await keep(reader, id)).body).toEqual({ bookmarked: true, folder: null, first: true })
  expect((await keep(reader, id)).body.first).toBe(false)
  expect((await reader.delete(`/api/subjects/${id}/bookmark`)).status).toBe(204)
  expect((await reader.delete(`/api/subjects/${id}/bookmark`)).status).toBe(204)
  expect((await reader.get(`/api/subjects/${id}`)).body.own.bookmarked).toBe(false)
  expect((await reader.put(`/api/subjects/${id}/bookmark`)).body.first).toBe(false)
  expect((await reader.get(`/api/subjects/${id}`)).body.own.bookmarked).toBe(true)
})

test('only the author sees how many keep it, and nobody sees whose', async () => {
  const id = await publishNote(t.platform, author.id)
  await keep(reader, id)
  expect((await author.get(`/api/subjects/${id}`)).body.bookmarks).toBe(1)
  expect((await reader.get(`/api/subjects/${id}`)).body.bookmarks).toBe(null)
  expect((await t.guest.get('/api/me/bookmarks')).status).toBe(401)
  expect(await kept(author)).toEqual([])
})

test('what may not be kept, or not by its author, is refused', async () => {
  const own = await keep(author, await publishNote(t.platform, author.id))
  expect([own.status, own.body.code]).toEqual([422, 'interactions-own-subject'])
  const book = await publishNote(t.platform, author.id, {}, 'nbk')
  expect((await keep(reader, book)).body.code).toBe('interactions-kind-off')
  const comment = await author.post(`/api/subjects/${await publishNote(t.platform, author.id)}/comments`, {
    body: '내 것',
  })
  expect((await keep(author, comment.body.id)).status).toBe(200)
})

test('bookmarks are listed newest first by kind and folder, page by page; what is gone is left out', async () => {
  const one = await t.signUp()
  const notes: string[] = []
  for (let n = 0; n < 5; n++)
    notes.push(await publishNote(t.platform, author.id, { facets: n ? {} : { kind: 'poem' } }))
  const comment = (await author.post(`/api/subjects/${notes[0]}/comments`, { body: '댓글' })).body.id
  for (const id of [...notes, comment]) await keep(one, id, id === notes[1] ? '나중에' : null)
  const newest = [comment, ...notes.toReversed()]
  expect(await kept(one)).toEqual(newest)
  expect(await kept(one, '?kind=comment')).toEqual([comment])
  expect(await kept(one, '?kind=poem')).toEqual([notes[0]])
  expect(await kept(one, `?folder=${encodeURIComponent('나중에')}`)).toEqual([notes[1]])
  const { body } = await one.get('/api/me/bookmarks?limit=4')
  expect(await kept(one, `?limit=4&after=${body.next}`)).toEqual(newest.slice(4))
  await changeNote(t.platform, notes[4] ?? '', { state: 'deleted' })
  expect(await kept(one)).toEqual(newest.filter((id) => id !== notes[4]))
  expect((await one.delete(`/api/subjects/${notes[4]}/bookmark`)).status).toBe(204)
})

test('a bookmark moves between folders, and the fifty-first folder is refused even when all come at once', async () => {
  const one = await t.signUp()
  const ids = await Promise.all(Array.from({ length: 55 }, () => publishNote(t.platform, author.id)))
  const answers = await Promise.all(ids.map((id, n) => keep(one, id, `폴더 ${n}`)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(50)
  expect(answers.find(({ status }) => status !== 200)?.body.code).toBe('interactions-folders-full')
  const { items } = (await one.get('/api/me/bookmark-folders')).body
  expect(items).toHaveLength(50)
  const [id] = await kept(one, `?folder=${encodeURIComponent(items[0].name)}`)
  await keep(one, id ?? '', items[1].name)
  expect((await one.get('/api/me/bookmark-folders')).body.items[0]).toEqual({ name: items[1].name, bookmarks: 2 })
  expect((await keep(one, id ?? '', '새 폴더')).status).toBe(200)
})

test('a removed bookmark comes back into the folder where it lay, unless another or none is asked for', async () => {
  const one = await t.signUp()
  const id = await publishNote(t.platform, author.id)
  const removed = async () => expect((await one.delete(`/api/subjects/${id}/bookmark`)).status).toBe(204)
  await keep(one, id, '나중에')
  expect((await keep(one, id)).body).toEqual({ bookmarked: true, folder: '나중에', first: false })
  await removed()
  expect((await one.get('/api/me/bookmark-folders')).body.items).toEqual([])
  expect((await keep(one, id)).body).toEqual({ bookmarked: true, folder: '나중에', first: false })
  expect(await kept(one, `?folder=${encodeURIComponent('나중에')}`)).toEqual([id])
  await removed()
  expect((await keep(one, id, null)).body.folder).toBe(null)
  await removed()
  expect((await keep(one, id)).body.folder).toBe(null)
})

test('with fifty other folders meanwhile, its own is not made anew', async () => {
  const one = await t.signUp()
  const ids = await Promise.all(Array.from({ length: 51 }, () => publishNote(t.platform, author.id)))
  const [first = '', ...others] = ids
  await keep(one, first, '먼저')
  await one.delete(`/api/subjects/${first}/bookmark`)
  for (const [n, id] of others.entries()) expect((await keep(one, id, `폴더 ${n}`)).status).toBe(200)
  expect((await keep(one, first)).body.code).toBe('interactions-folders-full')
  expect((await keep(one, first, null)).status).toBe(200)
})
