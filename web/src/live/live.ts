import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { patchCached } from '../api/patch-cached.ts'
import type { Hint } from './hint.ts'
import { createReadings } from './readings.ts'
import type { LiveStream, Want } from './stream.ts'

export type OnHint = (hint: Hint) => void

export type Live = {
  /** Once, in the browser. */
  begin: () => void
  /** Until what it returns is called. */
  listen: (ids: readonly string[], shown: readonly QueryKey[], onHint: OnHint) => () => void
}

type Shown = { id: string; likes?: number; comments?: number }

/** Counts go into the cache at once, wherever the subject is shown; what else a hint means is its listener's business. */
export function createLive(query: QueryClient, position: number): Live {
  let known = position
  let begun = false
  let stream: LiveStream | undefined
  const listeners = new Map<Want, OnHint>()
  /** The newest hint of a subject and type that a listener has heard: a stream that opens anew may repeat it. */
  let heard = new WeakMap<Want, Map<string, number>>()
  const readings = typeof window === 'undefined' ? undefined : createReadings(query, position, () => known)
  const tell = () => stream?.want([...listeners.keys()])

  function onHint(hint: Hint, at: number): void {
    const { counts } = hint
    if (counts)
      patchCached<Shown>(query, hint.id, (shown) => (shown.likes === undefined ? shown : { ...shown, ...counts }))
    const what = `${hint.id} ${hint.type}`
    for (const [want, hear] of listeners) {
      if (!want.ids.includes(hint.id) || at <= (heard.get(want)?.get(what) ?? want.since)) continue
      heard.set(want, (heard.get(want) ?? new Map<string, number>()).set(what, at))
      hear(hint)
    }
  }

  return {
    begin() {
      if (begun || !('locks' in navigator) || !('BroadcastChannel' in window)) return
      begun = true
      void import('./stream.ts').then(({ openLiveStream }) => {
        stream = openLiveStream({
          onHint,
          onReset(at) {
            known = at
            heard = new WeakMap()
            void query.invalidateQueries({ refetchType: 'active' })
          },
          onReach: (at) => {
            known = Math.max(known, at)
          },
          onRefused: () => query.refetchQueries({ queryKey: ['me'] }),
        })
        tell()
      })
    },
    listen(ids, shown, onHint) {
      const want: Want = { key: crypto.randomUUID(), ids, since: readings?.of(shown) ?? position }
      listeners.set(want, onHint)
      tell()
      return () => {
        listeners.delete(want)
        tell()
      }
    },
  }
}
