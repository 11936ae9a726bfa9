import { lazy, Suspense, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { askedFirst, askFirst, onAsked } from '../../ui/ask-first.ts'
import { openEarlyBox, openerNow } from '../early-box.ts'
import { callsPalette } from '../palette-call.ts'
import { ConnectionBanner } from './connection-banner.tsx'
import { useKeys } from './keys/use-keys.ts'
import { useAhead } from './use-ahead.ts'
import { useRemember } from './use-remember.ts'
import { useTitleTransition } from './use-title-transition.ts'
import { useWords } from './words.ts'

const loadPalette = () => import('./palette/palette.tsx')
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }))
const ConfirmDialog = lazy(async () => ({
  default: (await import('../../ui/overlays/confirm-dialog.tsx')).ConfirmDialog,
}))
const KeyHelp = lazy(async () => ({ default: (await import('./keys/key-help.tsx')).KeyHelp }))

/** `first`: the act that these were fetched for; `calls`: it was for the palette, and is kept from the browser. */
export type HabitsProps = { first: Event; calls: boolean }

type Shown = { dialog: 'palette' | 'keys'; opener: Element | null }

/** What the shell does for who acts: the palette, the keys, fetching what will be asked for next. */
export function Habits({ first, calls }: HabitsProps) {
  const boxName = useWords()('palette-input')
  const [shown, show] = useState<Shown | null>(null)
  const question = useSyncExternalStore(onAsked, askedFirst)
  const heard = useRef(false)
  const close = useCallback(() => show(null), [])
  const open = useCallback(
    (dialog: Shown['dialog']) => show((before) => ({ dialog, opener: before?.opener ?? openerNow() })),
    [],
  )
  useKeys({ busy: shown !== null, showHelp: () => open('keys'), first })
  useAhead(first)
  useRemember()
  useTitleTransition()

  useEffect(() => {
    const onCall = (event: Event) => {
      if (!callsPalette(event)) return
      event.preventDefault()
      if (shown === null) openEarlyBox(boxName)
      open('palette')
    }
    const onIntent = ({ target }: Event) => {
      if (target instanceof Element && target.closest('[data-palette]')) void loadPalette()
    }
    if (!heard.current) {
      heard.current = true
      onIntent(first)
      if (calls) open('palette')
    }
    addEventListener('keydown', onCall)
    addEventListener('click', onCall)
    addEventListener('pointerover', onIntent)
    addEventListener('focusin', onIntent)
    return () => {
      removeEventListener('keydown', onCall)
      removeEventListener('click', onCall)
      removeEventListener('pointerover', onIntent)
      removeEventListener('focusin', onIntent)
    }
  }, [first, calls, open, boxName, shown])

  return (
    <Suspense>
      <ConnectionBanner />
      {question && <ConfirmDialog question={question} onClose={() => askFirst(null)} />}
      {shown?.dialog === 'palette' && <Palette opener={shown.opener} onClose={close} showKeys={() => open('keys')} />}
      {shown?.dialog === 'keys' && <KeyHelp opener={shown.opener} onClose={close} />}
    </Suspense>
  )
}
