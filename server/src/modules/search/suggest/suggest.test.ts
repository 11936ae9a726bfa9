import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type TestApp, type TestMember, testApp } from '../../../../test/app.ts'
import { createNotes, notesModule, publishNote } from '../../../../test/notes.ts'

let t: TestApp
let author: TestMember
let reader: TestMember

beforeAll(async () => {
  t = await testApp({ also: [notesModule] })
  await createNotes(t.platform)
  author = await t.signUp()
  reader = await t.signUp()
  const write = (title: string, more = {}) => publishNote(t.platform, author.id, { title, text: '', ...more })
  await write('스프링 부트 입문')
  await write('봄날의 스프링', { tags: ['스프링클러'] })
  await write('Spring cloud guide')
  await write('비밀 회의록', { audience: [`member:${author.id}`] })
})
afterAll(() => t.close())

interface Suggestion {
  text: string
  kind: string
  link: string | null
}
const suggested = async (q: string, by: Caller = t.guest): Promise<Suggestion[]> =>
  (await by.get(`/api/search/suggestions?q=${encodeURIComponent(q)}`)).body.items
const texts = async (q: string, by?: Caller) => (await suggested(q, by)).map(({ text }) => text)

test.each(['스프', '스프ㄹ', '스플', '스프리', 'ㅅㅍㄹ', '스프ㄹ'.normalize('NFD'), 'tmvmfld'])(
  'half-typed %s is completed to 스프링, titles that begin so first',
  async (typed) => {
    await expect.poll(() => texts(typed), { timeout: 8000 }).toContain('스프링')
    const titles = (await suggested(typed)).filter(({ kind }) => kind === 'title')
    expect(titles.map(({ text }) => text)).toEqual(['스프링 부트 입문', '봄날의 스프링'])
    expect(titles[0]?.link).toMatch(/^\/notes\/nte_/)
  },
)

test('Latin words are completed too, the last of several', async () => {
  expect(await texts('spr')).toContain('spring')
  expect(await texts('spring cl')).toContain('spring cloud')
  expect(await suggested('spr')).toContainEqual(expect.objectContaining({ kind: 'title', text: 'Spring cloud guide' }))
})

test('what the asker may not see is not given away, word or title', async () => {
  for (const typed of ['비밀', '회의', 'ㅂㅁ', '비']) {
    expect(await texts(typed), typed).toEqual([])
    expect((await texts(typed, author)).length, typed).toBeGreaterThan(0)
  }
})

test.each(['%', '_', '"', "'", '(', '\\', '😀', '👩‍👩‍👧‍👦', '# $', '가'.repeat(100)])(
  '%s may be typed',
  async (typed) => {
    expect((await t.guest.get(`/api/search/suggestions?q=${encodeURIComponent(typed)}`)).status).toBe(200)
  },
)

test('more than a search may say is refused while typing too', async () => {
  const { status, body } = await t.guest.get(`/api/search/suggestions?q=${encodeURIComponent('가'.repeat(101))}`)
  expect([status, body.code]).toEqual([400, 'search-too-long'])
})

test('own searches are read, and erased, by their owner', async () => {
  const [one, other] = [await t.signUp(), await t.signUp()]
  for (const q of ['지울 말', '남을 말', '지울 말']) await one.post('/api/searches', { q })
  await other.post('/api/searches', { q: '남의 말' })
  const own = async (by: Caller) =>
    (await by.get('/api/me/searches')).body.items.map(({ text }: { text: string }) => text)
  expect(await own(one)).toEqual(['지울 말', '남을 말'])
  expect((await one.delete('/api/me/searches')).status).toBe(204)
  expect(await own(one)).toEqual([])
  expect(await texts('지울', one)).toEqual([])
  expect(await own(other)).toEqual(['남의 말'])
  expect((await t.guest.get('/api/me/searches')).status).toBe(401)
})

test('a search of a hundred letters with all their marks is answered, and not kept', async () => {
  const member = await t.signUp()
  const marks = Array.from({ length: 1500 }, (_, n) => String.fromCodePoint(0x300 + ((n * n * 7 + n * 31) % 112)))
  const q = Array.from(
    { length: 100 },
    (_, n) => `${String.fromCharCode(0xac00 + n * 97)}${marks.slice(n * 15, n * 15 + 15).join('')}`,
  )
  expect((await member.post('/api/searches', { q: q.join('') })).status).toBe(200)
  expect((await member.get('/api/me/searches')).body.items).toEqual([])
})

test('own searches come back to their owner alone, the last twenty', async () => {
  for (let n = 0; n < 21; n++) await reader.post('/api/searches', { q: `나의 검색 ${n}` })
  expect((await suggested('나의', reader)).filter(({ kind }) => kind === 'own')).toHaveLength(5)
  expect(await texts('나의 검색 0', reader)).toEqual([])
  expect(await texts('나의 검색', author)).toEqual([])
})

test('a preview has the best five of each kind with totals', async () => {
  for (let n = 0; n < 7; n++)
    await publishNote(t.platform, author.id, { title: `미리보기 ${n}`, facets: { kind: 'poem' } })
  await publishNote(t.platform, author.id, { title: '미리보기 공책', audience: ['public'] }, 'nbk')
  const { body } = await t.guest.get(`/api/search/preview?q=${encodeURIComponent('미리보기')}`)
  const groups = Object.fromEntries(
    body.items.map((group: { kind: string; total: number; items: unknown[] }) => [
      group.kind,
      [group.total, group.items.length],
    ]),
  )
  expect(groups).toEqual({ poem: [7, 5], notebook: [1, 1] })
  expect((await t.guest.get('/api/search/preview?q=')).body.code).toBe('search-empty')
})

test('related subjects tell of the same, never of what is closed', async () => {
  const one = await publishNote(t.platform, author.id, { title: '카프카 컨슈머 중복 처리' })
  const near = await publishNote(t.platform, author.id, { title: '컨슈머 중복을 막는 법', text: '카프카' })
  await publishNote(t.platform, author.id, { title: '카프카 컨슈머 중복 비밀', audience: [`member:${author.id}`] })
  await publishNote(t.platform, author.id, { title: '고양이 사진' })
  const { body } = await t.guest.get(`/api/subjects/${one}/related`)
  expect(body.items.map(({ id }: { id: string }) => id)).toEqual([near])
  expect((await t.guest.get(`/api/subjects/${t.platform.ids.next('nte')}/related`)).status).toBe(404)
})
