import { expect, test } from 'vitest'
import { bestOf, matchOf } from './matches.ts'

test.each([
  ['게시판', '게시'],
  ['게시판', 'ㄱㅅㅍ'],
  ['게시판', '겟'],
  ['게시판', '게시ㅍ'],
  ['게시판', 'rptlvks'],
  ['Boards', 'board'],
  ['Boards', 'ㅠㅐㅁㄱㅇㄴ'],
  ['임시 저장한 글', '저장'],
  ['임시 저장한 글', '임시저장'],
  ['Q&A', 'q&a'],
])('%s is found by %s', (text, typed) => {
  expect(matchOf(text, typed)).toBeGreaterThan(0)
})

test.each([
  ['게시판', '설정'],
  ['게시판', 'ㄱㅍ'],
  ['Boards', 'xyz'],
])('%s is not found by %s', (text, typed) => {
  expect(matchOf(text, typed)).toBe(0)
})

test('what begins with the words stands before what holds them', () => {
  const items = [{ names: ['내 글쓰기'] }, { names: ['글쓰기'] }]
  expect(bestOf(items, '글쓰').map(({ names }) => names[0])).toEqual(['글쓰기', '내 글쓰기'])
})
