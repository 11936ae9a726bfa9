import fc from 'fast-check'
import { expect, test } from 'vitest'
import { otherKeyboard } from './keyboard.ts'
import { languageOf } from './language.ts'
import { normalise, normaliseWithPlaces } from './normalise.ts'
import { allowedEdits, editDistance, spelled } from './typo.ts'

test.each([
  ['dkssud', '안녕'],
  ['네갸ㅜㅎ', 'spring'],
  ['tmvmfld', '스프링'],
  ['ㅗ디ㅣㅐ', 'hello'],
])('%s was typed on the other keyboard: %s', (typed, meant) => {
  expect(otherKeyboard(typed)).toBe(meant)
})

test.each(['spring', 'c++', '10km', 'a', '스프링 boot'])('%s makes no word on the other keyboard', (typed) => {
  expect(otherKeyboard(typed)).toBe(undefined)
})

test.each([
  ['스프렁', '스프링', 1],
  ['sprnig', 'spring', 1],
  ['spring', 'spring', 0],
  ['검색', '검사', 2],
  ['kitten', 'sitting', 3],
])('%s and %s lie %d apart', (x, y, distance) => {
  expect(editDistance(spelled(x), spelled(y), 3)).toBe(distance)
  expect(editDistance(spelled(y), spelled(x), 3)).toBe(distance)
})

test('a distance beyond the limit is only known to be beyond', () => {
  expect(editDistance('abcdef', 'uvwxyz', 1)).toBe(2)
  expect(editDistance('a', 'abcd', 1)).toBe(2)
})

test('short words allow no edit, longer ones one or two', () => {
  expect(
    ['개', '스프', '스프링', '데이터베이스', 'cat', 'java', 'spring', 'postgres', '10km', 'c++'].map(allowedEdits),
  ).toEqual([0, 1, 1, 2, 0, 1, 1, 2, 0, 0])
})

test('the places of a normalised text lead back to the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (raw) => {
      const text = raw.normalize('NFC')
      const { text: folded, places } = normaliseWithPlaces(text)
      expect(folded).toBe(normalise(text))
      expect(places[folded.length]).toBe(text.length)
      for (let i = 1; i <= folded.length; i++) expect(places[i]).toBeGreaterThanOrEqual(places[i - 1] ?? 0)
    }),
  )
})

test('normalising twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(normalise(normalise(text))).toBe(normalise(text))
    }),
  )
})

test('a sign of several letters is each of them in its one form', () => {
  expect(['㈀', '㈎', '㎏', 'ﾡ'].map(normalise)).toEqual(['(ㄱ)', '(가)', 'kg', 'ㄱ'])
})

test('a text is Korean, English, or neither', () => {
  expect(languageOf('Spring Boot로 만든 REST API 예제를 설명합니다')).toBe('ko')
  expect(languageOf('How to run 10 km')).toBe('en')
  expect(languageOf('これは日本語')).toBe('other')
  expect(languageOf('123 !!!')).toBe('other')
})
