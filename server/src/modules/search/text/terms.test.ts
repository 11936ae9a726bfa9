import { expect, test } from 'vitest'
import { countIn, entryIn, hashesIn, hashOf, lengthOf, lexemeOf, pack, placeBehind, startsIn, titleIn } from './pack.ts'
import { documentTerms, initialPair, inTitle, notInBody, onlyFinds, wordStart } from './terms.ts'
import { wordsOf } from './words.ts'

const document = documentTerms({
  title: '스프링 부트 SpringBoot',
  body: '방주문화와 주문내역. 개를 찾습니다. Node.js 10km, running runs',
  tags: ['c++'],
})
const has = (term: string) => document.terms.has(term)

test('a document holds syllabic words as bigrams, others by their stem, and signs with their word', () => {
  for (const term of [
    '스프',
    '프링',
    '주문',
    'springboot',
    'spring',
    'boot',
    'node.js',
    'node',
    '10km',
    '10',
    'km',
    'c++',
  ])
    expect(has(term), term).toBe(true)
  expect(document.terms.get('run')?.count).toBe(2)
  expect(has('c')).toBe(false)
})

test('title, tags and body are told apart', () => {
  expect(has(inTitle('스프'))).toBe(true)
  expect(has(inTitle('주문'))).toBe(false)
  expect(has(notInBody('스프'))).toBe(true)
  expect(has(notInBody('주문'))).toBe(false)
  expect(has(wordStart('부'))).toBe(true)
  expect(has(wordStart('개'))).toBe(false)
  expect(has(initialPair('ㄹㅂ'))).toBe(true)
})

test('a packed document answers for each of its terms, and for no other', () => {
  const { packed, hashes } = pack(document)
  expect(hashes).toHaveLength(document.terms.size)
  const ranking = [...document.terms].filter(([term]) => !onlyFinds(term))
  expect(ranking.length).toBeLessThan(document.terms.size)
  for (const [term, { count, starts, title }] of ranking) {
    const entry = entryIn({ text: packed, at: 0 }, hashOf(term))
    expect(entry, term).toBeGreaterThanOrEqual(0)
    expect(startsIn(entry), term).toBe(starts)
    expect(titleIn(entry), term).toBe(title)
    if (count <= 4) expect(countIn(entry), term).toBe(count)
  }
  for (const term of ['스트', 'java', '주분', 'c'])
    expect(entryIn({ text: packed, at: 0 }, hashOf(term)), term).toBe(-1)
  expect(new Set(hashesIn({ text: packed, at: 0 }))).toEqual(new Set(ranking.map(([term]) => hashOf(term))))
})

test('a term that began a word is told from one inside of it', () => {
  const { packed } = pack(documentTerms({ title: '', body: '방주문화', tags: [] }))
  expect(startsIn(entryIn({ text: packed, at: 0 }, hashOf('방주')))).toBe(true)
  expect(startsIn(entryIn({ text: packed, at: 0 }, hashOf('주문')))).toBe(false)
})

test('packed documents can be strung together and taken apart', () => {
  const [first = '', second = '', empty = ''] = ['가나다', 'one two', ''].map(
    (body) => pack(documentTerms({ title: '', body, tags: [] })).packed,
  )
  const text = first + second + empty
  const at = placeBehind(text, 0)
  expect(at).toBe(first.length)
  expect(placeBehind(text, at)).toBe(first.length + second.length)
  expect(lengthOf({ text, at })).toBe(2)
})

test('lexemes are six harmless characters', () => {
  for (const term of ['', '스프', 'c++', "it's", '\\', 'ㅅㅍ']) expect(lexemeOf(hashOf(term))).toMatch(/^[0-9a-z]{6}$/)
})

test('words are told apart in a time that grows with the text alone', () => {
  const began = process.cpuUsage()
  for (const piece of ['a_', 'a', '1,111', 'a.', 'a-', 'a+'])
    expect([...wordsOf(piece.repeat(100_000 / piece.length))].length).toBeGreaterThan(0)
  expect(process.cpuUsage(began).user / 3000).toBeLessThan(1000)
})
