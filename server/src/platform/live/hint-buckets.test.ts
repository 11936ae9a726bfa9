import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Change, createHintBuckets } from './hint-buckets.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const change = (position: number, id = 'pst_1', type = 'a.b-c.v1'): Change => ({ id, type, position })

function buckets(listeners: number) {
  const told: { atMs: number; bucket: number; changes: Change[] }[] = []
  const begun = performance.now()
  const tell = async (bucket: number, changes: Change[]) =>
    void told.push({ atMs: performance.now() - begun, bucket, changes })
  return { told, ...createHintBuckets({ listeners: () => listeners, tell }) }
}

test('a change after a quiet second is told at once, and those of the next second together', async () => {
  const { told, mark } = buckets(3)
  mark(0, change(1))
  await vi.advanceTimersByTimeAsync(100)
  expect(told).toHaveLength(1)
  for (let n = 2; n <= 30; n++) mark(0, change(n))
  mark(0, change(31, 'pst_2'))
  await vi.advanceTimersByTimeAsync(500)
  expect(told).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(900)
  expect(told[1]?.changes).toEqual([change(30), change(31, 'pst_2')])
})

test('a crowd hears in turns over a second', async () => {
  const { told, mark, next } = buckets(1000)
  expect(new Set(Array.from({ length: 16 }, next)).size).toBe(8)
  for (let bucket = 0; bucket < 8; bucket++) mark(bucket, change(1))
  await vi.advanceTimersByTimeAsync(1000)
  expect(told.map(({ bucket }) => bucket)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  expect((told.at(-1)?.atMs ?? 0) - (told[0]?.atMs ?? 0)).toBeGreaterThan(800)
})

test('what is on its way to a slow listener is not told yet: a cursor stays before it', async () => {
  const told: (() => void)[] = []
  const { mark, untold } = createHintBuckets({
    listeners: () => 1,
    tell: () => new Promise((resolve) => void told.push(resolve)),
  })
  expect(untold(0)).toBeUndefined()
  mark(0, change(7))
  mark(0, change(8, 'pst_2'))
  await vi.advanceTimersByTimeAsync(100)
  mark(0, change(9))
  expect([untold(0), untold(1)]).toEqual([7, undefined])
  told[0]?.()
  await vi.advanceTimersByTimeAsync(0)
  expect(untold(0)).toBe(9)
  await vi.advanceTimersByTimeAsync(2000)
  told[1]?.()
  await vi.advanceTimersByTimeAsync(0)
  expect(untold(0)).toBeUndefined()
})
