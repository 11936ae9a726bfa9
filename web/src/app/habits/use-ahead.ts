import { features } from 'virtual:features'
import { useEffect } from 'react'
import { matchRoutes, type Params } from 'react-router'
import type { Me } from '../../api/wire.ts'
import type { Means } from '../means.ts'
import { useMeans } from '../means.ts'
import { hasRole } from '../roles.ts'
import { loadContext, needWords, type RouteHandle } from '../route-loading.ts'
import { useMe } from '../session.ts'

const hoverMs = 80

type Saving = { saveData?: boolean }
const savesData = () => (navigator as Navigator & { connection?: Saving }).connection?.saveData === true

function linkIn({ target }: Event): URL | undefined {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null
  if (!link) return undefined
  if (link.target !== '' || link.hasAttribute('download') || link.origin !== location.origin) return undefined
  return link.pathname === location.pathname && link.search === location.search ? undefined : new URL(link.href)
}

/** What fails now is said when it is asked for. */
async function fetchRoute(means: Means, me: Me | null, { feature, route }: RouteHandle, url: URL, params: Params) {
  const { access = 'guest' } = route
  if (access !== 'guest' && (me === null || (access !== 'member' && !hasRole(me, access)))) return
  const load = async () => route.load?.(loadContext(means, params, url))
  await Promise.allSettled([route.screen(), needWords(means, feature), load()])
}

/** Fetches the code and the data of where a link leads once somebody means it: 80 ms of hovering, the focus, a touch. */
export function useAhead(first: Event): void {
  const means = useMeans()
  const me = useMe()
  useEffect(() => {
    if (savesData()) return
    const routes = features.flatMap((feature) =>
      feature.routes.map((route) => ({ path: route.path, handle: { feature, route } satisfies RouteHandle })),
    )
    let timer: ReturnType<typeof setTimeout> | undefined
    const fetchAhead = (url: URL) => {
      const match = matchRoutes(routes, url)?.at(-1)
      const handle = match?.route.handle as RouteHandle | undefined
      if (match && handle) void fetchRoute(means, me, handle, url, match.params)
    }
    const soon = (event: Event) => {
      clearTimeout(timer)
      const url = linkIn(event)
      if (url) timer = setTimeout(() => fetchAhead(url), hoverMs)
    }
    const now = (event: Event) => {
      const url = linkIn(event)
      if (url) fetchAhead(url)
    }
    if (first.type === 'touchstart' || first.type === 'focusin') now(first)
    else if (first.type === 'pointermove') soon(first)
    addEventListener('pointerover', soon)
    addEventListener('focusin', soon)
    addEventListener('touchstart', now, { passive: true })
    return () => {
      clearTimeout(timer)
      removeEventListener('pointerover', soon)
      removeEventListener('focusin', soon)
      removeEventListener('touchstart', now)
    }
  }, [means, me, first])
}
