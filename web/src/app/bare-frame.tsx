import { Suspense } from 'react'
import { Outlet, ScrollRestoration } from 'react-router'
import { Toasts } from '../ui/toast.tsx'
import { useFocusOnNavigation } from './use-focus-on-navigation.ts'

/** Pages that stand alone: sign-in, sign-up, set-up. */
export function BareFrame() {
  useFocusOnNavigation()
  return (
    <>
      <Suspense>
        <Outlet />
      </Suspense>
      <Toasts />
      <ScrollRestoration />
    </>
  )
}
