import { useEffect } from 'react'
import { useLocation, useNavigationType } from 'react-router'

// They outlive a frame: the way to the sign-in leads from one into another.
const followed = new Map<string, string>()
let shown: string | undefined

/**
 * After a navigation to another page the focus goes to its heading, so a screen reader begins there; after a step back to
 * the link that was followed from it.
 */
export function useFocusOnNavigation(): void {
  const { pathname, key } = useLocation()
  const back = useNavigationType() === 'POP'
  useEffect(() => {
    document.documentElement.dataset['hydrated'] = ''
  }, [])
  useEffect(() => {
    const before = shown
    shown = pathname
    if (before === undefined || before === pathname) return
    const href = back && followed.get(key)
    const link = href ? document.querySelector<HTMLElement>(`#main a[href="${CSS.escape(href)}"]`) : null
    const heading = document.querySelector('h1')
    heading?.setAttribute('tabindex', '-1')
    const begin = link ?? heading
    begin?.focus({ preventScroll: true })
  }, [pathname, key, back])
  useEffect(() => {
    const onClick = ({ target }: Event) => {
      const href = target instanceof Element && target.closest('#main a[href]')?.getAttribute('href')
      if (href) followed.set(key, href)
    }
    addEventListener('click', onClick, true)
    return () => removeEventListener('click', onClick, true)
  }, [key])
}
