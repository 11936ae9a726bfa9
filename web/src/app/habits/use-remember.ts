import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { useMe } from '../session.ts'
import { remember } from './recents.ts'

/** Notes what was opened, by the heading of its page; a refusal is none. */
export function useRemember(): void {
  const me = useMe()
  const { pathname } = useLocation()
  useEffect(() => {
    const heading = document.querySelector('#main h1')
    if (heading && !heading.closest('.empty')) remember(me, { path: pathname, title: heading.textContent })
  }, [me, pathname])
}
