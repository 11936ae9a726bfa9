import { expect, test } from 'vitest'
import { cloths } from './cloths.ts'
import { patchwork } from './patchwork.ts'

test('an id has one patchwork, and another id another', () => {
  expect(patchwork('mem_1')).toEqual(patchwork('mem_1'))
  expect(patchwork('mem_1')).not.toEqual(patchwork('mem_2'))
  expect(new Set(Array.from({ length: 200 }, (_, n) => JSON.stringify(patchwork(`mem_${n}`)))).size).toBe(200)
})

test('a cover covers all of its place', () => {
  const fills = cloths('마당', 165)
  expect(fills.length).toBeGreaterThan(8)
  expect(fills.every(({ fill }) => /^oklch\(0\.\d+ 0\.\d+ \d+\)$/.test(fill))).toBe(true)
})
