import { expect, test } from 'vitest'
import { parseQuery } from './query.ts'
import { highlightsIn, snippetOf } from './snippet.ts'

const marked = (text: string, question: string) =>
  highlightsIn(text, parseQuery(question).units).map(([start, end]) => text.slice(start, end))

test.each([
  ['우리 회원의 권리와 회원 가입', '회원은', ['회원', '회원']],
  ['동물 병원에 갔다', '동물병원', ['동물 병원']],
  ['동물병원에 갔다', '동물 병원', ['동물병원']],
  ['주문상세내역', '주문 내역', ['주문', '내역']],
  ['스프링 부트', 'ㅅㅍㄹ', ['스프링']],
  ['개발자의 개, 안개', '개', ['개', '개']],
  ['learn C++ and c', 'c++', ['C++']],
  ['Running runners ran', 'run', ['Running']],
  ['ﬁle ＡＢＣ', 'abc file', ['ﬁle', 'ＡＢＣ']],
  ['오늘은 맑음', '내일', []],
])('%j asked for %j marks %j', (text, question, words) => {
  expect(marked(text, question)).toEqual(words)
})

test('a snippet is the stretch that says most of the question, on one line, at most 200 long', () => {
  const text = `${'가나다 라마바사\n'.repeat(60)}동물 병원이 밤에도 문을 엽니다 ${'가나다 라마바사 '.repeat(60)}`
  const { text: shown, highlights } = snippetOf(text, parseQuery('밤에 여는 동물병원').units)
  expect(shown.length).toBeLessThanOrEqual(200)
  expect(shown).not.toContain('\n')
  expect(shown.startsWith('…') && shown.endsWith('…')).toBe(true)
  expect(highlights.map(([start, end]) => shown.slice(start, end))).toContain('동물 병원')
})

test('a snippet never cuts a character in two', () => {
  const text = '👩‍👩‍👧‍👦'.repeat(100)
  const shown = snippetOf(text, parseQuery('없음').units).text
  expect(shown.replace('…', '').replaceAll('👩‍👩‍👧‍👦', '')).toBe('')
})

test('markup in a text stays text, and marks fit it', () => {
  const text = `<script>alert(1)</script> & 스프링 ${'나머지 '.repeat(100)}`
  const { text: shown, highlights } = snippetOf(text, parseQuery('스프링').units)
  expect(shown).toContain('<script>')
  expect(highlights.map(([start, end]) => shown.slice(start, end))).toEqual(['스프링'])
})
