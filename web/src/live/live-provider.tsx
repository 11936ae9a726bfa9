import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useEffect, useRef, useState } from 'react'
import { createLive, type Live, type OnHint } from './live.ts'

const LiveContext = createContext<Live | null>(null)

/** `position` is where in the event log the page was drawn. */
export function LiveProvider({ position, children }: { position: number; children: ReactNode }) {
  const query = useQueryClient()
  const [live] = useState(() => createLive(query, position))
  useEffect(() => live.begin(), [live])
  return <LiveContext value={live}>{children}</LiveContext>
}

/** Hears hints about these subjects while the component is shown: of all that the data under the keys `shown` does not know. */
export function useLive(ids: readonly string[], shown: readonly QueryKey[], onHint: OnHint): void {
  const live = use(LiveContext)
  const latest = useRef(onHint)
  latest.current = onHint
  const asked = JSON.stringify([ids, shown])
  useEffect(() => {
    const [ids, shown] = JSON.parse(asked) as [string[], QueryKey[]]
    if (ids.length > 0) return live?.listen(ids, shown, (hint) => latest.current(hint))
  }, [live, asked])
}
