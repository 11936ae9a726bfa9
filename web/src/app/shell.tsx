import { Suspense } from 'react'
import { Outlet, ScrollRestoration, useNavigation } from 'react-router'
import { Toasts } from '../ui/toast.tsx'
import { Banners } from './banners.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { HabitsOnIntent } from './habits-on-intent.tsx'
import { Rail } from './rail.tsx'
import { TopBar } from './top-bar.tsx'
import { useFocusOnNavigation } from './use-focus-on-navigation.ts'
import { useWords } from './words.ts'

/** The courtyard: rail, top bar, the screen's panel, and the phone's bottom bar. */
export function Shell() {
  const t = useWords()
  const busy = useNavigation().state !== 'idle'
  useFocusOnNavigation()
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      {busy && <div className="loading-bar" aria-hidden="true" />}
      <div className="app">
        <Rail />
        <TopBar />
        <Banners />
        <Suspense>
          <Outlet />
        </Suspense>
      </div>
      <BottomBar />
      <Toasts />
      <HabitsOnIntent />
      <ScrollRestoration />
    </>
  )
}
