import { expect, test } from 'vitest'
import { parseQuery } from './query.ts'

const asked = (text: string) => parseQuery(text).units.map((unit) => unit.text)

test.each([
  ['회원의', ['회원']],
  ['검색하는', ['검색']],
  ['일본에서의', ['일본']],
  ['시작되었는가', ['시작']],
])('a particle or ending of %s is not looked for', (text, words) => {
  expect(asked(text)).toEqual(words)
})

test('a particle or ending of a word in Latin letters is not looked for; what follows a number is', () => {
  expect(asked('DB의 kafka으로 deploy하는 React')).toEqual(['db', 'kafka', 'deploy', 'react'])
  expect(asked('3만 원')).toEqual(['3', '만', '원'])
  expect(asked('의 도')).toEqual(['의', '도'])
})

test.each(['회의', '도로', '나는', '고가', '의의'])('%s is never cut below two syllables', (word) => {
  expect(asked(word)).toEqual([word])
})

test('words that only shape a question are left out, unless nothing else is asked', () => {
  expect(asked('멕시코의 수도는 어디인가요?')).toEqual(['멕시코', '수도'])
  expect(asked('When was the first car invented?')).toEqual(['first', 'car', 'invented'])
  expect(asked('언제')).toEqual(['언제'])
  expect(asked('the who')).toEqual(['the', 'who'])
})

test.each(['누가복음', '왜군', '몽골'])('%s only looks like a question', (word) => {
  expect(asked(`${word} 역사`)).toEqual([word, '역사'])
})

test('signs belong to their word', () => {
  expect(asked('c++ C# node.js .NET')).toEqual(['c++', 'c#', 'node.js', '.net'])
  expect(parseQuery('c++').units[0]?.clauses).toEqual([['c++']])
})

test('what is made of parts is looked for whole or in parts', () => {
  expect(parseQuery('10km').units[0]?.clauses).toEqual([
    ['10km', '10'],
    ['10km', 'km'],
  ])
  expect(parseQuery('SpringBoot').units[0]?.clauses).toEqual([
    ['springboot', 'spring'],
    ['springboot', 'boot'],
  ])
})

test('inside a long word each blank may cost one bigram, and no two that touch', () => {
  expect(parseQuery('동물병원').units[0]?.clauses).toEqual([['동물'], ['병원']])
  expect(parseQuery('주문상세내역').units[0]?.clauses).toEqual([['주문'], ['내역'], ['문상', '상세'], ['상세', '세내']])
})

test('letters that make no syllable ask by initials; those that do are put together', () => {
  expect(parseQuery('ㅅㅍㄹ').units[0]?.clauses).toEqual([['i:ㅅㅍ'], ['i:ㅍㄹ']])
  expect(new RegExp(parseQuery('스ㅍㄹ').units[0]?.pattern ?? '').test('스프링')).toBe(true)
  expect(new RegExp(parseQuery('스ㅍㄹ').units[0]?.pattern ?? '').test('스파게티')).toBe(false)
  expect(asked('ㅎㅏㄴㄱㅡㄹ')).toEqual(['한글'])
})

test('three quarters of few words are needed, half of many', () => {
  const needed = [1, 2, 3, 4, 5, 6, 7, 8].map(
    (n) => parseQuery('가나 다라 마바 사아 자차 카타 파하 거너'.slice(0, n * 3)).needed,
  )
  expect(needed).toEqual([1, 2, 3, 3, 4, 3, 4, 4])
})

test('NFD, full width, half width and accents ask for the same', () => {
  const form = parseQuery('한국어 검색 ABC cafe')
  expect(parseQuery('한국어 검색 ABC café'.normalize('NFD'))).toEqual(form)
  expect(parseQuery('한국어 검색 ＡＢＣ Cafe')).toEqual(form)
  expect(asked('ﾡﾢ')).toEqual(asked('ㄱㄲ'))
})

test.each(['', '   ', '!!! ?', '\u3164\u3164', '\u200b'])('%j asks for nothing', (text) => {
  expect(asked(text)).toEqual([])
})
