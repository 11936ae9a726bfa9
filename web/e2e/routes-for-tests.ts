import { matchRoutes } from 'react-router'
import type { Route } from '../src/app/feature.ts'
import type { feature as activity } from '../src/features/activity/feature.ts'

const found = import.meta.glob<{ feature: typeof activity }>('../src/features/*/feature.ts', { eager: true })

/** What every feature's folder puts into the router, as the application puts it there. */
export const everyRoute: Route[] = Object.values(found).flatMap(({ feature }) => [...feature.routes])

/** The pattern of the route that the router would draw for this address. */
export const routeOf = (address: string): string | undefined =>
  matchRoutes([...everyRoute], address)?.at(-1)?.route.path
