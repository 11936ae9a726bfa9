import { expect, test } from 'vitest'
import { relative } from './times.ts'

const zone = 'Asia/Seoul'
const now = Date.parse('2026-11-21T05:13:00Z')
const at = (iso: string) => relative(Date.parse(iso), now, 'ko', zone)

test('how long ago is said as people say it, by days of the zone', () => {
  expect(at('2026-11-21T05:12:31Z')).toEqual({ key: 'just-now' })
  expect(at('2026-11-21T05:01:00Z')).toEqual({ key: 'minutes-ago', n: 12 })
  expect(at('2026-11-20T21:48:00Z')).toEqual({ key: 'today-at', time: '06:48' })
  expect(at('2026-11-20T14:59:00Z')).toEqual({ key: 'yesterday' })
  expect(at('2026-11-17T20:00:00Z')).toEqual({ key: 'on', date: '11월 18일' })
  expect(at('2025-11-17T20:00:00Z')).toEqual({ key: 'on', date: '2025. 11. 18.' })
})

test('what is to come is said with its hour', () => {
  expect(at('2026-11-21T10:30:00Z')).toEqual({ key: 'today-at', time: '19:30' })
  expect(at('2026-11-22T00:00:00Z')).toEqual({ key: 'tomorrow-at', time: '09:00' })
  expect(at('2026-11-30T00:00:00Z')).toEqual({ key: 'on', date: '11월 30일 09:00' })
})

test('in English', () => {
  expect(relative(Date.parse('2026-11-17T20:00:00Z'), now, 'en', zone)).toEqual({ key: 'on', date: 'Nov 18' })
  expect(relative(Date.parse('2025-11-17T20:00:00Z'), now, 'en', zone)).toEqual({ key: 'on', date: 'Nov 18, 2025' })
})
