import { expect, test } from 'vitest'
import { createRecentEvents } from './recent-events.ts'

const filled = (most: number, from: number, to: number) => {
  const recent = createRecentEvents(most, from - 1)
  for (let position = from; position <= to; position++) recent.push({ position, type: 'a.b-c.v1', ids: [] })
  return recent
}
const positions = (events: { position: number }[] | undefined) => events?.map(({ position }) => position)

test('what came behind a position is answered in order, and nothing at the head', () => {
  const recent = filled(10, 1, 5)
  expect(positions(recent.after(3))).toEqual([4, 5])
  expect(positions(recent.after(0))).toEqual([1, 2, 3, 4, 5])
  expect(positions(recent.after(5))).toEqual([])
})

test('a position that memory does not reach, or that is ahead of the log, is not answered', () => {
  const recent = filled(10, 1, 25)
  expect(recent.after(4)).toBeUndefined()
  expect(positions(recent.after(15))).toEqual([16, 17, 18, 19, 20, 21, 22, 23, 24, 25])
  expect(recent.after(26)).toBeUndefined()
  expect(filled(10, 100, 105).after(98)).toBeUndefined()
})

test('memory stays bounded, and an event that comes twice is kept once', () => {
  const recent = filled(10, 1, 1000)
  recent.push({ position: 1000, type: 'a.b-c.v1', ids: [] })
  expect(positions(recent.after(998))).toEqual([999, 1000])
  expect(recent.after(979)).toBeUndefined()
})
