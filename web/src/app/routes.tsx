import { features } from 'virtual:features'
import { data, type LoaderFunctionArgs, type RouteObject, redirect } from 'react-router'
import { ApiError, offline } from '../api/problem.ts'
import { BareFrame } from './bare-frame.tsx'
import { type Feature, Missing, Redirect, type Route } from './feature.ts'
import { type Means, routerMeans } from './means.ts'
import { RefusalPage, RefusalScreen } from './refusal.tsx'
import { hasRole } from './roles.ts'
import { loadContext, needWords, type RouteHandle } from './route-loading.ts'
import { instanceQuery, meQuery } from './session-queries.ts'
import { Shell } from './shell.tsx'

const signInFor = (url: URL) => redirect(`/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`)

async function guard(means: Means, url: URL, access: Route['access']): Promise<void> {
  if (access === undefined || access === 'guest') return
  const me = await means.query.ensureQueryData(meQuery(means.api))
  if (me === null) throw signInFor(url)
  if (access !== 'member' && !hasRole(me, access)) throw new ApiError({ status: 403, code: 'forbidden', title: '' })
}

const nothingHere = { status: 404, code: 'not-found', title: '' }

/** In the router's terms: a redirect, or an answer with the problem that the nearest boundary draws. */
function thrown(error: unknown, url: URL, onBug: (error: unknown) => void): unknown {
  if (error instanceof Redirect) return redirect(error.to, error.status)
  if (error instanceof Response) return error
  if (error instanceof Missing) return data(nothingHere, { status: 404 })
  if (error instanceof ApiError && error.status === 401) return signInFor(url)
  if (error instanceof ApiError && error.status > 0) return data(error.problem, { status: error.status })
  if (error instanceof ApiError) return error
  // Without a connection the code of a page cannot come either.
  if (typeof window !== 'undefined' && !navigator.onLine) return new ApiError(offline)
  onBug(error)
  return data({ status: 500, code: 'page-failed', title: '' }, { status: 500 })
}

function routeObject(feature: Feature, route: Route): RouteObject {
  return {
    id: `${feature.name}${route.path}`,
    path: route.path,
    handle: { feature, route } satisfies RouteHandle,
    lazy: { ['Component']: async () => (await route.screen()).Component },
    loader: async ({ context, params, request }: LoaderFunctionArgs) => {
      const means = context.get(routerMeans)
      const url = new URL(request.url)
      try {
        await guard(means, url, route.access)
        await Promise.all([needWords(means, feature), route.load?.(loadContext(means, params, url))])
        return null
      } catch (error) {
        throw thrown(error, url, means.onBug)
      }
    },
  }
}

const inFrame = (frame: 'shell' | 'bare') =>
  features.flatMap((feature) =>
    feature.routes.filter((route) => (route.frame ?? 'shell') === frame).map((route) => routeObject(feature, route)),
  )

async function loadFrame({ context }: LoaderFunctionArgs): Promise<null> {
  const { api, query } = context.get(routerMeans)
  await Promise.all([query.ensureQueryData(instanceQuery(api)), query.ensureQueryData(meQuery(api))])
  return null
}

const missing: RouteObject = {
  id: 'missing',
  path: '*',
  loader: () => {
    throw data(nothingHere, { status: 404 })
  },
}

/** The route table: built once a process, the same on both sides. */
export const createRoutes = (): RouteObject[] => [
  {
    id: 'bare',
    Component: BareFrame,
    ErrorBoundary: RefusalPage,
    loader: loadFrame,
    shouldRevalidate: () => false,
    children: [{ id: 'bare-guard', ErrorBoundary: RefusalScreen, children: inFrame('bare') }],
  },
  {
    id: 'shell',
    Component: Shell,
    ErrorBoundary: RefusalPage,
    loader: loadFrame,
    shouldRevalidate: () => false,
    children: [{ id: 'shell-guard', ErrorBoundary: RefusalScreen, children: [...inFrame('shell'), missing] }],
  },
]
