import { type ComponentType, useEffect, useState } from 'react'
import { closeEarlyBox, openEarlyBox } from './early-box.ts'
import type { HabitsProps } from './habits/habits.tsx'
import { useMeans } from './means.ts'
import { callsPalette } from './palette-call.ts'
import { useWords } from './words.ts'

/** At rest, too: what is to be said without a connection cannot be fetched then. */
const restMs = 3000
const signs = ['pointermove', 'touchstart', 'focusin', 'keydown', 'click'] as const

/** Palette, keys and fetching ahead are not in the first page: they come when somebody begins to act, and hear that act. */
export function HabitsOnIntent() {
  const boxName = useWords()('search')
  const { words } = useMeans()
  const [shown, show] = useState<({ Habits: ComponentType<HabitsProps> } & HabitsProps) | null>(null)
  useEffect(() => {
    if (shown) return
    let first: HabitsProps | undefined
    const begin = (event: Event) => {
      const calls = callsPalette(event)
      if (calls) {
        event.preventDefault()
        openEarlyBox(boxName)
        void import('./habits/palette/palette.tsx')
      }
      const begun = first !== undefined
      if (!first || calls || (event.type === 'keydown' && !first.calls)) first = { first: event, calls }
      if (begun) return
      void import('./habits/load-habits.ts')
        .then(({ loadHabits }) => loadHabits(words))
        .then((Habits) => show({ Habits, first: event, calls, ...first }))
        .catch(() => {
          first = undefined
          closeEarlyBox()
        })
    }
    const timer = setTimeout(() => begin(new Event('rest')), restMs)
    for (const sign of signs) addEventListener(sign, begin)
    return () => {
      clearTimeout(timer)
      for (const sign of signs) removeEventListener(sign, begin)
    }
  }, [shown, words, boxName])
  return shown && <shown.Habits first={shown.first} calls={shown.calls} />
}
