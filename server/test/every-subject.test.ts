import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { notesModule } from '../templates/notes/module.ts'
import { type Caller, type TestApp, type TestMember, testApp } from './app.ts'

let t: TestApp
let author: TestMember
let reader: TestMember
beforeAll(async () => {
  t = await testApp({ also: [notesModule] })
  await t.admin()
  author = await t.signUp()
  reader = await t.signUp()
})
afterAll(() => t.close())

const done = ({ status, body }: { status: number; body: { id: string } }) => {
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body.id
}
let n = 0
const unusual = () => `알록달록${'가나다라마바사아자차카타파하'[n++ % 14]}무늬두루미`

/** How a member makes one of each kind; a new kind adds its line, or this test is red. */
const makers: Record<string, (by: Caller, word: string) => Promise<string>> = {
  post: async (by, word) => done(await by.post('/api/boards/free/posts', { title: word, body: `${word} 이야기` })),
  answer: async (by, word) => {
    const asked = await t.signUp()
    const { body } = await t.guest.get('/api/boards/qna')
    const categoryId = body.categories?.[0]?.id
    const question = done(
      await asked.post('/api/boards/qna/posts', { title: '물어봐요', body: '어떻게 하나요', categoryId }),
    )
    return done(await by.post(`/api/posts/${question}/answers`, { body: `${word} 이렇게 해요` }))
  },
  comment: async (by, word) => {
    const post = done(await reader.post('/api/boards/free/posts', { title: '글', body: '글' }))
    return done(await by.post(`/api/subjects/${post}/comments`, { body: word }))
  },
  note: async (by, word) => done(await by.post('/api/notes', { title: word, body: `${word} 노트` })),
}

/** Kinds that members do not make: containers. */
const madeByOperators = ['board']

test('every kind of subject is tried here', () => {
  const kinds = t.platform.subjects.kinds().map(({ kind }) => kind)
  expect(kinds.length).toBeGreaterThanOrEqual(5)
  expect(kinds.sort()).toEqual([...Object.keys(makers), ...madeByOperators].sort())
  const prefixes = t.platform.subjects.kinds().map(({ prefix }) => prefix)
  expect(new Set(prefixes).size).toBe(prefixes.length)
})

describe.each(Object.keys(makers))('a %s', (name) => {
  const make = (word = unusual()) => makers[name]?.(author, word) ?? Promise.reject(new Error(name))
  const kind = () => {
    const found = t.platform.subjects.kindNamed(name)
    if (!found) throw new Error(name)
    return found
  }

  test('is liked once by another, never by its author', async () => {
    const id = await make()
    expect((await reader.put(`/api/subjects/${id}/reaction`, { kind: 'like' })).status).toBe(200)
    expect((await reader.put(`/api/subjects/${id}/reaction`, { kind: 'like' })).status).toBe(200)
    const own = await author.put(`/api/subjects/${id}/reaction`, { kind: 'like' })
    expect({ status: own.status, code: own.body.code }).toEqual({ status: 422, code: 'interactions-own-subject' })
    expect((await t.guest.get(`/api/subjects/${id}`)).body.likes).toBe(1)
  })

  test('is commented on exactly where its kind says so', async () => {
    const id = await make()
    const { status, body } = await reader.post(`/api/subjects/${id}/comments`, { body: '잘 봤어요' })
    if (kind().comments) expect(status).toBe(201)
    else expect({ status, code: body.code }).toEqual({ status: 422, code: 'interactions-kind-off' })
  })

  test('is kept by who bookmarks it, and seen by nobody else as kept', async () => {
    const id = await make()
    expect((await reader.put(`/api/subjects/${id}/bookmark`)).status).toBeLessThan(300)
    const ids = async (by: Caller) => JSON.stringify((await by.get('/api/me/bookmarks')).body.items)
    expect(await ids(reader)).toContain(id)
    expect(await ids(author)).not.toContain(id)
  })

  test('is found by its words exactly where its kind says so', async () => {
    const word = unusual()
    const id = await make(word)
    const found = await t.guest.get(`/api/search?q=${encodeURIComponent(word)}`)
    const ids = found.body.items.map((item: { id: string }) => item.id)
    if (kind().searchable) expect(ids).toContain(id)
    else expect(ids).not.toContain(id)
  })

  test('stands in its author’s activity, and is gone from it when it is gone', async () => {
    const id = await make()
    const activity = async () => JSON.stringify((await t.guest.get(`/api/members/${author.id}/activity`)).body.items)
    await vi.waitFor(async () => expect(await activity()).toContain(id), { timeout: 5000 })
  })

  test('opens at a link of our own', async () => {
    const id = await make()
    const { body } = await t.guest.get(`/api/subjects/${id}`)
    expect(body).toMatchObject({ id, kind: name })
    expect(body.link).toMatch(/^\/[a-z]/)
  })
})
