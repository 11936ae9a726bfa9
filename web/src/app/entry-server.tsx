import { Writable } from 'node:stream'
import { features } from 'virtual:features'
import { heads } from 'virtual:heads'
import { dehydrate, QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import {
  createStaticHandler,
  createStaticRouter,
  isRouteErrorResponse,
  RouterContextProvider,
  type StaticHandlerContext,
  StaticRouterProvider,
} from 'react-router'
import { createApi, type Send } from '../api/api.ts'
import type { Instance } from '../api/wire.ts'
import { type Locale, Words } from '../words/words.tsx'
import { coreWords } from './core-words.ts'
import { Document, type Handover, type Theme } from './document.tsx'
import { catalogueOf } from './feature.ts'
import type { PageHead } from './head.ts'
import { type Means, routerMeans } from './means.ts'
import { type CardAddress, PageHeadTags } from './page-head.tsx'
import { BrokenPage } from './refusal.tsx'
import type { RouteHandle } from './route-loading.ts'
import { createRoutes } from './routes.tsx'
import { instanceQuery, meQuery } from './session-queries.ts'

export type Assets = {
  css: string[]
  preload: string[]
  fonts: string[]
  /** Styles that a living page fetches by itself: who has no scripts is given them at once. */
  later: string[]
}

export type Ask = {
  url: string
  send: Send
  /** Nobody is signed in: that need not be asked. */
  guest: boolean
  /** Of the event log, before anything was read for this page. */
  position: number
  locale: Locale
  theme?: Theme
  entry: string
  /** What the browser should fetch for the screens and words in these source files. */
  assets: (files: string[]) => Assets
  cardAddress: CardAddress
  onBug: (error: unknown) => void
}

export type Page = { status: number; html: Buffer } | { status: number; location: string }

const handler = createStaticHandler(createRoutes())
const catalogues = { ko: loadCatalogues('ko'), en: loadCatalogues('en') }

async function loadCatalogues(locale: Locale): Promise<Words> {
  const words = new Words(locale)
  for (const [name, load] of Object.entries(coreWords)) words.add(name, catalogueOf(await load[locale]()))
  for (const feature of features) words.add(feature.name, catalogueOf(await feature.words[locale]()))
  return words
}

const escaped = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')

/**
 * `progressiveChunkSize` must be Infinity: React outlines boundaries over 12 kB with inline scripts even when all is ready.
 * Any error refuses the page: inside a Suspense boundary React would send the fallback with status 200.
 */
const html = (page: ReactNode, entry: string) =>
  new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = []
    const sink = new Writable({
      write(part, _encoding, done) {
        parts.push(part)
        done()
      },
      final(done) {
        done()
        resolve(Buffer.concat(parts))
      },
    })
    const stream = renderToPipeableStream(page, {
      bootstrapModules: [entry],
      progressiveChunkSize: Number.POSITIVE_INFINITY,
      onAllReady: () => stream.pipe(sink),
      onError: reject,
    })
  })

function filesOf(context: StaticHandlerContext, locale: Locale): string[] {
  const core = Object.values(coreWords).map((load) => load[locale].file)
  const matched = context.matches.flatMap(({ route }) => {
    const handle = route.handle as RouteHandle | undefined
    return handle ? [handle.route.screen.file, handle.feature.words[locale].file] : []
  })
  return [...core, ...matched].filter((file) => file !== undefined)
}

const headsOf = new Map(heads)

/** What the matched route's feature says to machines; nothing where the page is a refusal. */
function headOf({ matches, errors }: StaticHandlerContext, { api, query, words }: Means, instance: Instance): PageHead {
  const matched = matches.at(-1)
  const handle = matched?.route.handle as RouteHandle | undefined
  if (errors || !matched || !handle) return {}
  const params = Object.fromEntries(Object.entries(matched.params).map(([name, value]) => [name, value ?? '']))
  const context = { api, query, words, params, instance, locale: words.locale }
  return headsOf.get(handle.feature.name)?.[handle.route.path]?.(context) ?? {}
}

function errorsOf({ errors }: StaticHandlerContext): Handover['errors'] {
  if (!errors) return undefined
  return Object.fromEntries(
    Object.entries(errors).map(([id, error]) =>
      isRouteErrorResponse(error)
        ? [id, { status: error.status, data: error.data }]
        : [id, { status: 500, data: { status: 500, code: 'page-failed', title: '' } }],
    ),
  )
}

/** One page of the application, ready to send; never rejects but for a fault in the refusal page itself. */
export async function render({
  url,
  send,
  guest,
  position,
  locale,
  theme,
  entry,
  assets,
  cardAddress,
  onBug,
}: Ask): Promise<Page> {
  const query = new QueryClient({
    defaultOptions: {
      queries: { retry: false, gcTime: Number.POSITIVE_INFINITY, staleTime: Number.POSITIVE_INFINITY },
    },
  })
  const means: Means = { api: createApi(send), query, words: await catalogues[locale], onBug }
  if (guest) query.setQueryData(meQuery(means.api).queryKey, null)
  const requestContext = new RouterContextProvider()
  requestContext.set(routerMeans, means)
  const context = await handler.query(new Request(url), { requestContext })
  if (context instanceof Response) return { status: context.status, location: context.headers.get('location') ?? '/' }

  const handoverOf = (files: string[]): Handover => ({
    locale,
    ...(theme ? { theme } : {}),
    now: Date.now(),
    position,
    ...assets(files),
    cache: dehydrate(query),
  })
  const draw = (handover: Handover, content: ReactNode, head?: ReactNode) =>
    html(
      <Document means={means} handover={handover} json={escaped(handover)} head={head}>
        {content}
      </Document>,
      entry,
    )
  try {
    const errors = errorsOf(context)
    const handover: Handover = { ...handoverOf(filesOf(context, locale)), ...(errors ? { errors } : {}) }
    const router = createStaticRouter(handler.dataRoutes, context)
    const content = <StaticRouterProvider router={router} context={context} hydrate={false} />
    const instance = query.getQueryData(instanceQuery(means.api).queryKey)
    const head = instance && (
      <PageHeadTags
        later={handover.later}
        cardAddress={cardAddress}
        head={headOf(context, means, instance)}
        instance={instance}
        locale={locale}
        theme={theme}
      />
    )
    return { status: context.statusCode, html: await draw(handover, content, head) }
  } catch (error) {
    onBug(error)
    return { status: 500, html: await draw({ ...handoverOf([]), broken: true }, <BrokenPage />) }
  }
}
