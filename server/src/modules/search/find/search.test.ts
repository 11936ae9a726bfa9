import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestMember, testApp } from '../../../../test/app.ts'
import { changeNote, createNotes, notesModule, publishNote } from '../../../../test/notes.ts'

let t: TestApp
let author: TestMember
let other: TestMember

beforeAll(async () => {
  t = await testApp({ also: [notesModule] })
  await createNotes(t.platform)
  author = await t.signUp()
  other = await t.signUp('길동이')
})
afterAll(() => t.close())

const get = (query: Record<string, string>, by = t.guest) => by.get(`/api/search?${new URLSearchParams(query)}`)
const codeOf = async (query: Record<string, string>) => {
  const { status, body } = await get(query)
  return [status, body.code]
}
const idsOf = ({ body }: { body: { items: { id: string }[] } }) => body.items.map(({ id }) => id)

test.each([
  [{}, 'search-empty'],
  [{ q: '   ' }, 'search-empty'],
  [{ q: '!?' }, 'search-empty'],
  [{ q: 'ㅤㅤ' }, 'search-empty'],
  [{ q: 'ㅅ' }, 'search-initials-too-short'],
  [{ q: ' ㅏ ' }, 'search-initials-too-short'],
  [{ q: 'ㅅ ㅏ' }, 'search-initials-too-short'],
  [{ q: '가'.repeat(101) }, 'search-too-long'],
  [{ q: '가나', kind: 'nonsense' }, 'search-kind-unknown'],
  [{ q: '가나', sort: 'fate' }, 'search-sort-unknown'],
  [{ q: '가나', colour: 'red' }, 'search-filter-unknown'],
  [{ q: '가나', near: '37,127', radiusM: '60000' }, 'search-filter-unknown'],
  [{ q: '가나', in: 'margin' }, 'search-filter-unknown'],
  [{ q: '가나', from: 'yesterday' }, 'search-filter-unknown'],
  [{ q: '가나', from: '2026-02-31' }, 'search-filter-unknown'],
  [{ q: '가나', to: '2026-02-01 (one day)' }, 'search-filter-unknown'],
  [{ q: '가나', after: 'nonsense' }, 'cursor-invalid'],
] as [Record<string, string>, string][])('%j is refused with %s', async (query, code) => {
  expect(await codeOf(query)).toEqual([400, code])
})

test.each([
  { q: 'ㅅㅅ' },
  { q: '가'.repeat(100) },
  { q: '가나'.normalize('NFD').padEnd(4) },
  { tag: '없는꼬리표' },
  { q: 'Scunthorpe General Hospital' },
  { q: '나무', from: '2026-02-01T09:30:00Z', to: '2026-02-02T09:30:00+09:00' },
] as Record<string, string>[])('%j is answered', async (query) => {
  expect((await get(query)).status).toBe(200)
})

test('no words and signs in a row are a bug to a search, a suggestion or the relatives of a title', async () => {
  const pieces = [
    'ㄱ',
    'ㅠㅠ',
    '가',
    '나무',
    'ㅎㅎㅎ',
    'a',
    'c++',
    '1,000',
    '.net',
    '日本',
    '"',
    "'s",
    '-',
    '%',
    '\\',
    '😀',
  ]
  for (const [one, two] of pieces.flatMap((x) => pieces.map((y) => [x, y] as const))) {
    for (const path of ['/api/search', '/api/search/preview', '/api/search/suggestions'])
      for (const q of [`${one} ${two}`, one + two]) {
        const { status } = await t.guest.get(`${path}?q=${encodeURIComponent(q)}`)
        expect(status, `${path} ${q}`).toBeLessThan(500)
      }
  }
  const id = await publishNote(t.platform, author.id, { title: '나무 ㅠ ㅋ' })
  expect((await t.guest.get(`/api/subjects/${id}/related`)).status).toBe(200)
  expect(idsOf(await get({ q: '나무 ㅠ' }))).toContain(id)
})

test('a search by POST refuses the same, and unknown filters by name', async () => {
  const post = async (body: object) => (await t.guest.post('/api/searches', body)).body.code
  expect(await post({})).toBe('search-empty')
  expect(await post({ q: 'ㅅ' })).toBe('search-initials-too-short')
  expect(await post({ q: '가나', filters: { colour: 'red' } })).toBe('search-filter-unknown')
  expect(await post({ q: '가나', kinds: ['nonsense'] })).toBe('search-kind-unknown')
  expect(await post({ q: '가나', colour: 'red' })).toBe('invalid')
})

test('what is written is found at once, and gone at once when it is deleted or hidden', async () => {
  const id = await publishNote(t.platform, author.id, { title: '방금 쓴 글' })
  expect(idsOf(await get({ q: '방금' }))).toEqual([id])
  await changeNote(t.platform, id, { state: 'hidden' })
  expect((await get({ q: '방금' })).body).toMatchObject({ total: 0, items: [] })
  await changeNote(t.platform, id, { state: 'living' })
  expect(idsOf(await get({ q: '방금' }))).toEqual([id])
  await changeNote(t.platform, id, { state: 'deleted' })
  expect((await get({ q: '방금' }, author)).body).toMatchObject({ total: 0, items: [] })
})

test('a hit says what it is, where it opens, by whom, and marks what matched', async () => {
  const id = await publishNote(t.platform, author.id, {
    title: '달리기 시작',
    text: '**천천히** 달리기',
    tags: ['운동'],
    facets: { kind: 'poem' },
  })
  const { body } = await get({ q: '달리기는' })
  expect(body.items[0]).toMatchObject({
    ...{ id, kind: 'note', variant: 'poem', title: '달리기 시작', link: `/notes/${id}`, tags: ['운동'], status: null },
    ...{ titleHighlights: [[0, 3]], snippet: '천천히 달리기', highlights: [[4, 7]] },
    author: { id: author.id, nickname: author.nickname },
    counts: { likes: 0, comments: 0, views: 0 },
  })
  expect(body).toMatchObject({ total: 1, next: null, degraded: false })
  expect(body.searchId).toMatch(/^srq_/)
})

test('title, body or both: `in` says where the words must stand', async () => {
  const inTitle = await publishNote(t.platform, author.id, { title: '자전거 여행', text: '바다' })
  const inBody = await publishNote(t.platform, author.id, { title: '바다', text: '자전거 여행' })
  const inBoth = await publishNote(t.platform, author.id, { title: '자전거', text: '자전거' })
  const found = async (field: string) => idsOf(await get({ q: '자전거', in: field })).sort()
  expect(await found('title')).toEqual([inTitle, inBoth].sort())
  expect(await found('body')).toEqual([inBody, inBoth].sort())
  expect(await found('both')).toEqual([inTitle, inBody, inBoth].sort())
})

test('filters are joined by AND, values of one by OR; an author is named by nickname or id', async () => {
  const write = (who: string, tags: string[], kind?: string) =>
    publishNote(t.platform, who, { title: '걸러 보기', tags, ...(kind ? { facets: { kind } } : {}) })
  const a = await write(author.id, ['하나'], 'poem')
  const b = await write(author.id, ['둘'])
  const c = await write(other.id, ['하나'])
  const found = async (query: Record<string, string>) => idsOf(await get({ q: '걸러', ...query })).sort()
  expect(await found({ tag: '하나' })).toEqual([a, c].sort())
  expect(await found({ author: '길동이' })).toEqual([c])
  expect(await found({ author: other.id, tag: '하나' })).toEqual([c])
  expect(await found({ author: other.id, tag: '둘' })).toEqual([])
  expect(await found({ kind: 'poem' })).toEqual([a])
  expect(await found({ author: '없는사람' })).toEqual([])
  const either = await t.guest.post('/api/searches', { q: '걸러', filters: { tag: ['하나', '둘'] } })
  expect(idsOf(either).sort()).toEqual([a, b, c].sort())
})

test('a closed call for people is found on request alone; a tag and a status in any case', async () => {
  const admin = await t.admin()
  const slug = 'together-here'
  const board = await admin.post('/api/boards', { slug, name: '모집', kind: 'recruitment' })
  expect(board.status).toBe(201)
  const call = { title: '등산모임 사람 찾아요', body: '주말마다 가요', tags: ['Hiking'] }
  const { id } = (await author.post(`/api/boards/${slug}/posts`, call)).body
  const found = async (query: Record<string, string>) => idsOf(await get({ q: '등산모임', ...query }))
  expect(await found({ tag: 'HIKING' })).toEqual([id])
  expect((await author.put(`/api/posts/${id}/status`, { status: 'CLOSED' })).status).toBe(200)
  expect(await found({})).toEqual([])
  expect(await found({ status: 'CLOSED' })).toEqual([id])
  expect(await found({ status: 'closed' })).toEqual([id])
  expect(idsOf(await t.guest.get(`/api/boards/${slug}/posts`))).toEqual([id])
})

test('days are the instance’s, and the last one is included', async () => {
  const at = async (moment: string) =>
    publishNote(t.platform, author.id, { title: '날짜별', createdAt: new Date(moment) })
  const before = await at('2026-03-01T14:59:59Z')
  const first = await at('2026-03-01T15:00:00Z')
  const last = await at('2026-03-02T14:59:59Z')
  const after = await at('2026-03-02T15:00:00Z')
  const found = async (query: Record<string, string>) => idsOf(await get({ q: '날짜별', sort: 'latest', ...query }))
  expect(await found({ from: '2026-03-02', to: '2026-03-02' })).toEqual([last, first])
  expect(await found({ to: '2026-03-01' })).toEqual([before])
  expect(await found({ from: '2026-03-02T15:00:00Z' })).toEqual([after])
})

test('facets count by kind, tag and author; a chosen kind leaves the tabs as they were', async () => {
  for (const kind of ['poem', 'poem', 'essay'])
    await publishNote(t.platform, author.id, { title: '나눠 세기', tags: ['셈'], facets: { kind } })
  const { body } = await get({ q: '나눠' })
  expect(body.facets.kind).toEqual([
    { value: 'poem', count: 2 },
    { value: 'essay', count: 1 },
  ])
  expect(body.facets.tag).toEqual([{ value: '셈', count: 3 }])
  expect(body.facets.author).toEqual([{ value: author.id, count: 3, label: author.nickname }])
  const chosen = (await get({ q: '나눠', kind: 'poem' })).body
  expect([chosen.total, chosen.facets.kind, chosen.facets.tag]).toEqual([
    2,
    body.facets.kind,
    [{ value: '셈', count: 2 }],
  ])
})

test('sorts: latest, likes and views; pages hold every hit once, in order', async () => {
  const ids: string[] = []
  for (let n = 0; n < 23; n++)
    ids.push(
      await publishNote(t.platform, author.id, { title: '차례 보기', createdAt: new Date(Date.UTC(2026, 0, 1 + n)) }),
    )
  const [liked = '', seen = ''] = ids
  await other.put(`/api/subjects/${liked}/reaction`, { kind: 'like' })
  await t.platform.db.transact((tx) => t.platform.subjects.count(tx, seen, { views: 5 }))
  expect(idsOf(await get({ q: '차례', sort: 'likes' }))[0]).toBe(liked)
  expect(idsOf(await get({ q: '차례', sort: 'views' }))[0]).toBe(seen)
  for (const sort of ['latest', 'likes', 'views', 'accuracy']) {
    const walked: string[] = []
    for (let after = ''; walked.length === 0 || after; ) {
      const { body } = await get({ q: '차례', sort, limit: '5', ...(after ? { after } : {}) })
      expect(body.total).toBe(23)
      walked.push(...body.items.map(({ id }: { id: string }) => id))
      after = body.next ?? ''
    }
    expect(walked.toSorted(), sort).toEqual(ids.toSorted())
    if (sort === 'latest') expect(walked).toEqual(ids.toReversed())
  }
})

test('without words the newest come first, and filters alone are enough', async () => {
  const first = await publishNote(t.platform, author.id, {
    title: '꼬리표만',
    tags: ['단하나'],
    createdAt: new Date('2026-01-01'),
  })
  const second = await publishNote(t.platform, author.id, {
    title: '꼬리표만',
    tags: ['단하나'],
    createdAt: new Date('2026-01-02'),
  })
  expect(idsOf(await get({ tag: '단하나' }))).toEqual([second, first])
})

test('past 10,000 results there is no page', async () => {
  const deep = Buffer.from(JSON.stringify([9999, 'listed', 0, 'nte_0'])).toString('base64url')
  expect(await codeOf({ q: '가나', sort: 'latest', after: deep })).toEqual([400, 'search-too-deep'])
})

test('a sentence is answered by what comes nearest', async () => {
  const id = await publishNote(t.platform, author.id, {
    title: '대관령 목장',
    text: '양 떼가 풀을 뜯는 대관령의 목장은 겨울에도 문을 연다',
  })
  expect(idsOf(await get({ q: '대관령 목장은 언제부터 언제까지 관람 시간이 되나요?' }))).toContain(id)
})

test('whoever has many addresses of one line is counted as one caller', async () => {
  const limited = await testApp({ rateLimits: true, env: { TRUST_PROXY: '127.0.0.1' } })
  const askFrom = async (address: string, path: string) =>
    (await limited.guest.get(path, { 'x-forwarded-for': address })).status
  const each = (n: number) => `2001:db8:1:2::${n.toString(16)}`
  try {
    const searches: number[] = []
    for (let n = 0; n < 31; n++) searches.push(await askFrom(each(n), `/api/search?q=${n}`))
    expect(searches.slice(29)).toEqual([200, 429])
    const names: number[] = []
    for (let n = 0; n < 121; n++) names.push(await askFrom(each(n), `/api/availability?nickname=name${n}`))
    expect(names.slice(119)).toEqual([200, 429])
    expect(await askFrom('2001:db8:1:3::1', '/api/availability?nickname=name')).toBe(200)
  } finally {
    await limited.close()
  }
})

test('more searches a minute than set are refused, half as many from a guest’s address', async () => {
  const limited = await testApp({ rateLimits: true })
  try {
    const admin = await limited.admin()
    const set = await admin.put('/api/ops/settings/search.searches-per-minute', { value: 4 }, { 'if-match': '"0"' })
    expect(set.status).toBe(200)
    const statuses: number[] = []
    for (let n = 0; n < 3; n++) statuses.push((await limited.guest.post('/api/searches', { q: `말 ${n}` })).status)
    expect(statuses).toEqual([200, 200, 429])
    const refused = await limited.guest.post('/api/searches', { q: '말' })
    expect([refused.body.code, Number(refused.headers['retry-after']) > 0]).toEqual(['search-too-many', true])
    expect((await admin.post('/api/searches', { q: '말' })).status).toBe(200)
  } finally {
    await limited.close()
  }
})

test('boards and categories are named in both languages, beside a filter and on a result', async () => {
  const { body: boards } = await t.guest.get('/api/boards')
  const archive = boards.items.find(({ slug }: { slug: string }) => slug === 'archive')
  const [category] = archive.categories
  const post = { title: '두 말로 된 이름표', body: '둘 다 보여야 해요.', categoryId: category.id }
  expect((await author.post('/api/boards/archive/posts', post)).status).toBe(201)
  const { body } = await get({ q: post.title })
  expect(body.facets.board).toEqual([{ value: archive.id, count: 1, label: '에러 아카이브', labelEn: 'Error archive' }])
  const board = { id: archive.id, name: '에러 아카이브', nameEn: 'Error archive' }
  expect(body.facets.category).toEqual([
    { value: category.id, count: 1, label: category.name, labelEn: category.nameEn, board },
  ])
  expect(body.items).toMatchObject([{ category: category.name, categoryEn: category.nameEn }])
})
