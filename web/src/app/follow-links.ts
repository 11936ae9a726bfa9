import { createPath, type DataRouter, matchRoutes } from 'react-router'

const isPlain = ({ button, metaKey, altKey, ctrlKey, shiftKey }: MouseEvent) =>
  button === 0 && !metaKey && !altKey && !ctrlKey && !shiftKey

/** Where a click leads within the application; undefined when the browser should follow it by itself. */
function wayOf(event: MouseEvent, router: DataRouter): { link: HTMLAnchorElement; url: URL } | undefined {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
  if (!link || event.defaultPrevented || !isPlain(event)) return undefined
  if ((link.target !== '' && link.target !== '_self') || link.hasAttribute('download')) return undefined
  // places of this page, and what the palette answers
  if (link.getAttribute('href')?.startsWith('#') || 'palette' in link.dataset) return undefined
  const url = new URL(link.href)
  if (url.origin !== location.origin) return undefined
  // files, feeds and the API are no pages of the application
  return matchRoutes(router.routes, url)?.at(-1)?.route.path === '*' ? undefined : { link, url }
}

/**
 * Follows every link to a page of the application without loading it anew: those of our screens, and those that members
 * write. Handlers of the link itself come first and may prevent it.
 */
export function followLinks(router: DataRouter): void {
  addEventListener('click', (event) => {
    const way = wayOf(event, router)
    if (!way) return
    event.preventDefault()
    const { link, url } = way
    const to = createPath(url)
    void router.navigate(to, {
      replace: to === createPath(location),
      viewTransition: 'moves' in link.dataset,
      preventScrollReset: 'stays' in link.dataset,
    })
  })
}
