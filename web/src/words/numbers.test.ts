import { expect, test } from 'vitest'
import { bytes, count } from './numbers.ts'

test('numbers shorten from ten thousand on, in the words of the language', () => {
  expect([0, 999, 9999, 41_200, 120_000_000].map((n) => count(n, 'ko'))).toEqual([
    '0',
    '999',
    '9,999',
    '4.1만',
    '1.2억',
  ])
  expect([9999, 41_200, 120_000_000].map((n) => count(n, 'en'))).toEqual(['9,999', '41.2K', '120M'])
})

test('bytes read in the largest unit that fits', () => {
  expect([0, 512, 1536, 5_242_880, 75e9].map(bytes)).toEqual(['0B', '512B', '1.5KB', '5.0MB', '70GB'])
})
