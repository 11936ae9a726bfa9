import { expect, test } from 'vitest'
import { safeNext } from './safe-next.ts'

test.each(['//evil.example', '/\\evil.example', '/\t/evil.example', '/\n\\evil.example', 'https://evil.example', null])(
  'after signing in nobody is sent to %j',
  (next) => expect(safeNext(next)).toBe('/'),
)

test('after signing in one goes on where one was', () => {
  expect(safeNext('/search?q=%ED%8B%B0#top')).toBe('/search?q=%ED%8B%B0#top')
})
