import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestMember, testApp } from '../../../test/app.ts'
import { createNotes, notesModule, publishNote } from '../../../test/notes.ts'

let t: TestApp
let author: TestMember

interface Hit {
  id: string
  title: string
  titleHighlights: [number, number][]
  snippet: string
  highlights: [number, number][]
}
interface Answer {
  total: number
  items: Hit[]
  corrected?: { from: string; to: string; why: string }
}

beforeAll(async () => {
  t = await testApp({ also: [notesModule] })
  await createNotes(t.platform)
  author = await t.signUp()
})
afterAll(() => t.close())

const write = (title: string, text = '', tags: string[] = []) =>
  publishNote(t.platform, author.id, { title, text, tags })

async function ask(q: string): Promise<Answer> {
  const { status, body } = await t.guest.get(`/api/search?kind=note&q=${encodeURIComponent(q)}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}
const titles = async (q: string) => (await ask(q)).items.map(({ title }) => title)
const marked = ({ snippet, highlights }: Hit) => highlights.map(([start, end]) => snippet.slice(start, end))

test('particles and endings: 회원의 finds 회원 and marks it, 검색하는 finds 검색', async () => {
  await write('규칙 하나', '회원 가입은 이렇게 합니다')
  await write('규칙 둘', '통합 검색 화면입니다')
  expect(await titles('회원의')).toEqual(['규칙 하나'])
  const [hit] = (await ask('회원의')).items
  expect(hit && marked(hit)).toEqual(['회원'])
  expect(await titles('검색하는')).toEqual(['규칙 둘'])
})

test('nothing is cut below two syllables: 회의 does not find 회, 도로 does not find 도', async () => {
  await write('횟집', '회 한 접시')
  await write('지도', '도 단위 행정')
  expect(await titles('회의')).toEqual([])
  expect(await titles('도로')).toEqual([])
})

test('compounds: 상세내역 and 주문 내역 find 주문상세내역', async () => {
  await write('쇼핑', '주문상세내역을 봅니다')
  expect(await titles('상세내역')).toEqual(['쇼핑'])
  expect(await titles('주문 내역')).toEqual(['쇼핑'])
})

test('주문 in 방주문화 does not stand above a real hit', async () => {
  await write('방주문화', '방주문화를 아십니까')
  await write('장바구니', '여기서 주문 버튼을 누르고 나면 잠시 뒤에 확인 메일이 갑니다')
  expect((await titles('주문')).indexOf('장바구니')).toBeLessThan((await titles('주문')).indexOf('방주문화'))
})

test('initials find titles and tags, those that begin so first, and never bodies', async () => {
  await write('새로운 스프링 소식')
  await write('스프링 부트')
  await write('꼬리표', '', ['스프링클러'])
  await write('본문뿐', '스프링이라고 본문에만 있습니다')
  expect(await titles('ㅅㅍㄹ')).toHaveLength(3)
  expect((await titles('ㅅㅍㄹ'))[0]).toBe('스프링 부트')
  expect(await titles('스ㅍㄹ')).toHaveLength(3)
  expect(await titles('스프ㄹ')).toHaveLength(3)
  expect(await titles('ㅅㅍㄹㅂㅌ')).toEqual(['스프링 부트'])
  expect(await titles('ㅅㅍㅁ')).toEqual([])
})

test('the wrong keyboard: dkssud finds 안녕, 네갸ㅜㅎ finds spring, and the answer says so', async () => {
  await write('안녕하세요')
  await write('Spring framework')
  expect(await ask('dkssud')).toMatchObject({
    items: [{ title: '안녕하세요' }],
    corrected: { from: 'dkssud', to: '안녕', why: 'keyboard' },
  })
  const answer = await ask('네갸ㅜㅎ')
  expect(answer).toMatchObject({ items: [{ title: 'Spring framework' }], corrected: { to: 'spring' } })
})

test('a question with hits is not replaced, and in quotes it is taken literally', async () => {
  for (const n of [1, 2, 3]) await write(`dkssud ${n}`)
  expect((await ask('dkssud')).corrected).toBe(undefined)
  expect(await ask('"sprnig"')).toMatchObject({ total: 0, items: [] })
})

test('blanks: 동물 병원 and 동물병원 find both', async () => {
  await write('붙임', '동물병원이 있다')
  await write('띄움', '동물 병원이 있다')
  expect((await titles('동물병원')).sort()).toEqual(['띄움', '붙임'])
  expect((await titles('동물 병원')).sort()).toEqual(['띄움', '붙임'])
})

test('one syllable is a whole word, or begins a word of title or tags: 개 does not find every 개발', async () => {
  await write('개 사료')
  await write('강아지', '개 한 마리')
  await write('산책', '', ['개모차'])
  await write('코드', '개발자가 씁니다')
  await write('날씨', '안개가 낀 날')
  expect((await titles('개')).sort()).toEqual(['강아지', '개 사료', '산책'])
})

test('typing errors: 스프렁 finds 스프링 and sprnig finds spring, behind exact hits', async () => {
  const ko = await ask('스프렁')
  expect(ko.corrected).toEqual({ from: '스프렁', to: '스프링', why: 'typo' })
  expect(ko.items.map(({ title }) => title)).toContain('스프링 부트')
  expect(await ask('sprnig')).toMatchObject({ corrected: { to: 'spring' }, items: [{ title: 'Spring framework' }] })
  await write('스프렁', '이름이 스프렁입니다')
  const both = await titles('스프렁')
  expect(both[0]).toBe('스프렁')
  expect(both.length).toBeGreaterThan(1)
})

test('signs and mixtures: c++, node.js, 10km and SpringBoot are found, and c is not c++', async () => {
  await write('언어', 'c++ 로 씁니다')
  await write('다른 언어', 'c 로 씁니다')
  await write('서버', 'node.js 서버')
  await write('달리기', '10 km 를 달렸다')
  await write('마라톤', '10km 기록')
  await write('자바', 'spring boot 예제')
  expect(await titles('c++')).toEqual(['언어'])
  expect(await titles('node.js')).toEqual(['서버'])
  expect((await titles('10km')).sort()).toEqual(['달리기', '마라톤'])
  expect(await titles('SpringBoot')).toEqual(['자바'])
})

test('decomposed input finds the identical list', async () => {
  for (const q of ['동물병원', '회원의 주문', '스프링', 'ㅅㅍㄹ', '개']) {
    const strip = ({ items, total }: Answer) => ({ items, total })
    expect(strip(await ask(q.normalize('NFD')))).toEqual(strip(await ask(q)))
  }
})
