import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useEffect, useMemo, useRef } from 'react'
import { patchCached } from '../api/patch-cached.ts'
import type { Hint } from './hint.ts'
import type { openLiveStream } from './stream.ts'

type OnHint = (hint: Hint) => void
type Live = { listen: (ids: readonly string[], onHint: OnHint) => () => void }

const LiveContext = createContext<Live>({ listen: () => () => {} })

type Shown = { id: string; likes?: number; comments?: number }

/** Counts go into the cache at once, wherever the subject is shown; what else a hint means is its listener's business. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const query = useQueryClient()
  const listeners = useRef(new Set<{ ids: readonly string[]; onHint: OnHint }>())
  const begun = useRef(false)
  const stream = useRef<ReturnType<typeof openLiveStream>>(undefined)

  useEffect(() => {
    if (begun.current || !('locks' in navigator) || !('BroadcastChannel' in window)) return
    begun.current = true
    const onHint = (hint: Hint) => {
      const { counts } = hint
      if (counts)
        patchCached<Shown>(query, hint.id, (shown) => (shown.likes === undefined ? shown : { ...shown, ...counts }))
      for (const { ids, onHint: hear } of listeners.current) if (ids.includes(hint.id)) hear(hint)
    }
    void import('./stream.ts').then(({ openLiveStream }) => {
      stream.current = openLiveStream({
        onHint,
        onReset: () => void query.invalidateQueries({ refetchType: 'active' }),
      })
      stream.current.want([...listeners.current].flatMap(({ ids }) => ids))
    })
  }, [query])

  const live = useMemo<Live>(
    () => ({
      listen(ids, onHint) {
        const listener = { ids, onHint }
        const tell = () => stream.current?.want([...listeners.current].flatMap((one) => one.ids))
        listeners.current.add(listener)
        tell()
        return () => {
          listeners.current.delete(listener)
          tell()
        }
      },
    }),
    [],
  )
  return <LiveContext value={live}>{children}</LiveContext>
}

/** Hears hints about these subjects while the component is shown. */
export function useLive(ids: readonly string[], onHint: OnHint): void {
  const { listen } = use(LiveContext)
  const latest = useRef(onHint)
  latest.current = onHint
  const key = ids.join(',')
  useEffect(() => {
    if (key === '') return
    return listen(key.split(','), (hint) => latest.current(hint))
  }, [listen, key])
}
