import { expect, test } from 'vitest'
import { josa } from './josa.ts'

test.each([
  ['김하늘', '이/가', '김하늘이'],
  ['박서윤', '이/가', '박서윤이'],
  ['이준서', '이/가', '이준서가'],
  ['마당', '은/는', '마당은'],
  ['위키', '을/를', '위키를'],
  ['서울', '으로/로', '서울로'],
  ['부산', '으로/로', '부산으로'],
  ['제주', '으로/로', '제주로'],
  ['3', '이/가', '3이'],
  ['5', '이/가', '5가'],
  ['10', '이/가', '10이'],
  ['100', '이/가', '100이'],
  ['1,000', '이/가', '1,000이'],
  ['8', '으로/로', '8로'],
  ['John', '이/가', 'John이'],
  ['Kafka', '을/를', 'Kafka를'],
  ['Node', '은/는', 'Node는'],
  ['10K', '을/를', '10K를'],
  ['SQL', '은/는', 'SQL은'],
  ['질문(2)', '이/가', '질문(2)가'],
  ['(주)', '이/가', '(주)가'],
  ['', '이/가', '가'],
])('%s with %s reads %s', (word, pair, read) => {
  expect(josa(word, pair)).toBe(read)
})

test('a name typed in parts (NFD) reads like the whole one', () => {
  expect(josa('하늘'.normalize('NFD'), '이/가').normalize('NFC')).toBe('하늘이')
})

test('no time is lost on a word as long as an address may bring', () => {
  const began = process.cpuUsage()
  for (const sign of ['!', 'a']) for (let n = 0; n < 10; n++) josa(`${sign.repeat(15_000)}é`, '이/가')
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(300)
})
