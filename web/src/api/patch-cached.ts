import type { QueryClient } from '@tanstack/react-query'

type Identified = { id: string }

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function patched<T extends Identified>(value: unknown, id: string, change: (found: T) => T): unknown {
  if (Array.isArray(value)) {
    const next = value.map((one) => patched(one, id, change))
    return next.some((one, n) => one !== value[n]) ? next : value
  }
  if (!isPlain(value)) return value
  const entries = Object.entries(value).map(([key, one]) => [key, patched(one, id, change)] as const)
  const same = entries.every(([key, one]) => one === value[key])
  const next = same ? value : Object.fromEntries(entries)
  return next['id'] === id ? change(next as T) : next
}

/** Changes what the cache knows of one thing wherever it is shown: list, feed and page agree at once. */
export function patchCached<T extends Identified>(query: QueryClient, id: string, change: (found: T) => T): void {
  for (const { queryKey } of query.getQueryCache().getAll())
    query.setQueryData(queryKey, (data: unknown) => {
      const next = data === undefined ? undefined : patched(data, id, change)
      // What holds nothing of it stays as old as it is.
      return next === data ? undefined : next
    })
}
