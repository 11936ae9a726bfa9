import { expect, it } from 'vitest'
import { byteRangeOf } from './byte-range.ts'

it.each([
  ['bytes=0-', { start: 0, end: 9 }],
  ['bytes=2-4', { start: 2, end: 4 }],
  ['bytes=9-9', { start: 9, end: 9 }],
  ['bytes=5-100', { start: 5, end: 9 }],
  ['bytes=-3', { start: 7, end: 9 }],
  ['bytes=-100', { start: 0, end: 9 }],
  ['BYTES= 1-2', { start: 1, end: 2 }],
])('%s of ten bytes is read', (header, range) => {
  expect(byteRangeOf(header, 10)).toEqual(range)
})

it.each(['bytes=10-', 'bytes=10-12', 'bytes=-0'])('%s of ten bytes is not there', (header) => {
  expect(byteRangeOf(header, 10)).toBe('unsatisfiable')
})

it.each([undefined, '', 'bytes=-', 'bytes=4-2', 'bytes=0-1,4-5', 'lines=0-1', 'bytes=a-b'])(
  '%s asks for the whole',
  (header) => {
    expect(byteRangeOf(header, 10)).toBeUndefined()
  },
)
