import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { patchCached } from './patch-cached.ts'

test('a thing changes wherever the cache holds it, and what does not hold it stays the same object', () => {
  const query = new QueryClient()
  const other = { items: [{ id: 'b', likes: 5 }] }
  query.setQueryData(['post'], { id: 'a', likes: 1 })
  query.setQueryData(['list'], {
    pages: [
      {
        items: [
          { id: 'a', likes: 1 },
          { id: 'b', likes: 5 },
        ],
      },
    ],
  })
  query.setQueryData(['other'], other)

  patchCached<{ id: string; likes: number }>(query, 'a', (found) => ({ ...found, likes: 2 }))

  expect(query.getQueryData(['post'])).toEqual({ id: 'a', likes: 2 })
  expect(query.getQueryData(['list'])).toEqual({
    pages: [
      {
        items: [
          { id: 'a', likes: 2 },
          { id: 'b', likes: 5 },
        ],
      },
    ],
  })
  expect(query.getQueryData(['other'])).toBe(other)
})
