import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useLive } from './live-provider.tsx'

/** Who looks at a busy list looks for news no more often. */
const lookEveryMs = 5_000

type Item = { id: string; createdAt: string }

/** For a query that is asked beside the one that is shown, and not kept. */
export const beside = <K extends QueryKey>({ queryKey }: { queryKey: K }) => ({
  queryKey: ['beside', ...queryKey] as unknown as K,
  staleTime: 0,
  gcTime: 0,
})

type Options<D> = {
  /** Where new items are published. */
  places: readonly string[]
  queryKey: QueryKey
  /** The list as it would be shown now, from its top. */
  look: () => Promise<D>
  /** What is news among it, however ordered. */
  itemsOf: (list: D) => readonly Item[]
}

const isNews = (type: string) => /-published\./.test(type)

/** Those that came since the list was fetched; what only rose in it is nothing new. */
function newIn(now: readonly Item[], shown: readonly Item[]): number {
  const known = new Set(shown.map(({ id }) => id))
  const newest =
    shown
      .map(({ createdAt }) => createdAt)
      .sort()
      .at(-1) ?? ''
  return now.filter(({ id, createdAt }) => !known.has(id) && createdAt >= newest).length
}

/** How many items wait above a list; `show` puts them there, goes to the top, and the focus to the page's heading. */
export function useFresh<D>({ places, queryKey, look, itemsOf }: Options<D>) {
  const query = useQueryClient()
  const key = JSON.stringify(queryKey)
  const [seen, setSeen] = useState<{ key: string; list: D }>()
  const lookNow = useRef(look)
  lookNow.current = look
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const lookedAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => () => clearTimeout(timer.current), [])

  useLive(places, [queryKey], ({ type }) => {
    if (!isNews(type) || timer.current !== undefined) return
    timer.current = setTimeout(
      () => {
        timer.current = undefined
        lookedAt.current = performance.now()
        lookNow.current().then(
          (list) => setSeen({ key, list }),
          () => {},
        )
      },
      Math.max(0, lookedAt.current + lookEveryMs - performance.now()),
    )
  })

  const shown = query.getQueryData<D>(queryKey)
  const fresh = seen?.key === key ? seen.list : undefined
  return {
    count: shown && fresh ? newIn(itemsOf(fresh), itemsOf(shown)) : 0,
    show() {
      setSeen(undefined)
      query.setQueryData(queryKey, fresh)
      scrollTo({ top: 0, behavior: 'smooth' })
      const heading = document.querySelector('h1')
      heading?.setAttribute('tabindex', '-1')
      heading?.focus({ preventScroll: true })
    },
  }
}
