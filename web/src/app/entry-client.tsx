import '@vitejs/plugin-react/preamble'
import '../ui/styles/fonts-common.css'
import '../ui/styles/index.css'
import { hydrate, QueryClient } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { createBrowserRouter, matchRoutes, RouterContextProvider, UNSAFE_ErrorResponseImpl } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { createApi } from '../api/api.ts'
import { browserSend } from '../api/browser-send.ts'
import { ApiError } from '../api/problem.ts'
import { Words } from '../words/words.tsx'
import { coreWords } from './core-words.ts'
import { Document, type Handover } from './document.tsx'
import { catalogueOf } from './feature.ts'
import { followLinks } from './follow-links.ts'
import { type Means, routerMeans } from './means.ts'
import { BrokenPage } from './refusal.tsx'
import type { RouteHandle } from './route-loading.ts'
import { createRoutes } from './routes.tsx'
import { meQuery } from './session-queries.ts'

/** A refusal stays one; what was lost on the way is asked for once more. */
const mayYetSucceed = (failures: number, error: unknown) =>
  failures < 1 && navigator.onLine && !(error instanceof ApiError && error.status >= 400 && error.status < 500)

const json = document.getElementById('handover')?.textContent ?? '{}'
const handover = JSON.parse(json) as Handover
const { locale } = handover

const query = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 30 * 60_000,
      retry: mayYetSucceed,
      // Without a connection a page says so instead of waiting for ever.
      networkMode: 'always',
      refetchOnReconnect: true,
    },
  },
})
const api = createApi(browserSend(locale, () => query.setQueryData(meQuery(api).queryKey, null)))
const means: Means = { api, query, words: new Words(locale), onBug: (error) => reportError(error) }
hydrate(query, handover.cache)

const routes = createRoutes()
const matches = matchRoutes(routes, location) ?? []
const handles = matches.flatMap(({ route }) => (route.handle ? [{ route, handle: route.handle as RouteHandle }] : []))

/** What is on the page is loaded before it is hydrated: words, and the code of the matched screens. */
async function loadShown(): Promise<void> {
  await Promise.all([
    ...Object.entries(coreWords).map(async ([name, load]) => means.words.add(name, catalogueOf(await load[locale]()))),
    ...handles.map(async ({ route, handle }) => {
      const [{ Component }, loaded] = await Promise.all([handle.route.screen(), handle.feature.words[locale]()])
      means.words.add(handle.feature.name, catalogueOf(loaded))
      Object.assign(route, { Component, lazy: undefined })
    }),
  ])
}

function browserRouter() {
  const errors = Object.entries(handover.errors ?? {}).map(([id, { status, data }]) => [
    id,
    new UNSAFE_ErrorResponseImpl(status, undefined, data),
  ])
  return createBrowserRouter(routes, {
    getContext: () => new RouterContextProvider(new Map([[routerMeans, means]])),
    hydrationData: {
      loaderData: Object.fromEntries(matches.map(({ route }) => [route.id, null])),
      ...(errors.length > 0 ? { errors: Object.fromEntries(errors) } : {}),
    },
  })
}

function comeAlive(): void {
  const router = handover.broken ? undefined : browserRouter()
  hydrateRoot(
    document,
    <StrictMode>
      <Document means={means} handover={handover} json={json}>
        {router ? <RouterProvider router={router} /> : <BrokenPage />}
      </Document>
    </StrictMode>,
    { onRecoverableError: (error) => reportError(error) },
  )
  if (router) followLinks(router)
}

// Not awaited here: chunks that a screen waits for may hold this module, and would wait for it in turn.
void loadShown().then(comeAlive)
// The page first, then the rest of its letters.
addEventListener('load', () => setTimeout(() => import('../ui/styles/fonts-rare.css').catch(() => {}), 300))
