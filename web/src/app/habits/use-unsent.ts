import { type Mutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import { toast } from '../../ui/toast.tsx'
import { onWaiting, waitingCount } from './waiting.ts'
import { useWords } from './words.ts'

const isPending = ({ state }: Mutation) => state.status === 'pending'
const isHeld = (press: Mutation) => press.state.isPaused && isPending(press)

/** How much waits for the connection: texts that are not on the server, and presses of buttons. Told when it has gone. */
export function useUnsent(online: boolean): number {
  const t = useWords()
  const mutations = useQueryClient().getMutationCache()
  const texts = useSyncExternalStore(onWaiting, waitingCount)
  const onPress = useCallback((listener: () => void) => mutations.subscribe(listener), [mutations])
  const presses = useSyncExternalStore(onPress, () => mutations.getAll().filter(isHeld).length)
  const held = useRef<{ texts: number; presses: Mutation[] }>({ texts: 0, presses: [] })
  // on their way: no longer held, and not yet answered
  const sending = useSyncExternalStore(onPress, () => held.current.presses.filter(isPending).length)
  if (!online) held.current = { texts, presses: mutations.getAll().filter(isHeld) }
  const done = online && texts === 0 && presses === 0 && sending === 0
  useEffect(() => {
    if (!done) return
    const { texts: sentTexts, presses: sent } = held.current
    const n = sentTexts + sent.filter(({ state }) => state.status === 'success').length
    held.current = { texts: 0, presses: [] }
    if (n > 0) toast(t('sent-at-last', { n }))
  }, [done, t])
  useEffect(() => {
    if (presses === 0) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [presses])
  return texts + presses
}
