import { useLayoutEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/** The same in post.css, for the heading that a row's title becomes. */
const name = 'title'

const nameRow = (row: Element | null | undefined) => {
  if (row instanceof HTMLElement) row.style.viewTransitionName = name
}

/** A row's title and the heading of its page are one thing to a view transition: on the way there and on the way back. */
export function useTitleTransition(): void {
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useLayoutEffect(() => {
    const from = before.current
    before.current = pathname
    if (from === pathname) return
    const row = document.querySelector(`#main [data-row][href="${CSS.escape(from)}"]`)
    nameRow(row)
  }, [pathname])
  useLayoutEffect(() => {
    const onClick = ({ target }: Event) => {
      for (const row of document.querySelectorAll<HTMLElement>('#main [data-row][style]'))
        row.style.removeProperty('view-transition-name')
      nameRow(target instanceof Element ? target.closest('#main [data-row]') : null)
    }
    addEventListener('click', onClick, true)
    return () => removeEventListener('click', onClick, true)
  }, [])
}
