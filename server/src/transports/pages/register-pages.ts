import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Page } from '../../../../web/src/app/entry-server.tsx'
import type { LiveHub } from '../../platform/live/live-hub.ts'
import type { TaggedCache } from '../../platform/tagged-cache.ts'
import { etagOf, sendEntry } from '../http/guest-cache.ts'
import type { KeptAnswers } from '../http/kept-answers.ts'
import { builtWeb } from './built-web.ts'
import { cardAddress } from './cards/card-address.ts'
import { registerCards } from './cards/card-route.ts'
import { compress, encodingOf } from './compress.ts'
import { inProcessSend } from './in-process-send.ts'
import { liveWeb } from './live-web.ts'
import { visitorOf } from './visitor.ts'
import type { WebBundle } from './web-bundle.ts'

export interface PagesOptions {
  /** Vite in this process instead of built files. */
  dev: boolean
  /** Where guests' pages are kept, and what answers from there. */
  cache: TaggedCache
  kept: KeptAnswers
  /** A page says at which position it was drawn: its live stream goes on from there. */
  live: Pick<LiveHub, 'position'>
  /** Where members reach this instance: pages name it, never the Host that a request claims. */
  publicUrl: string
}

const htmlType = 'text/html; charset=utf-8'
const notPages = /^\/(?:api|files|cards|livez|readyz|healthz|metrics)(?:[/?]|$)/

/** Everything but the API, files, share cards and the probes is a page of the application. */
export const isPage = (path: string): boolean => !notPages.test(path)

export function contentSecurityPolicy(dev: boolean): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    // Vite inserts styles while developing.
    `style-src 'self'${dev ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ')
}

/** A page is kept no longer than the live hub surely remembers what came behind it. */
const mostBehind = 2_500

/** Everything that decides how a page looks to a guest, and undefined for members. */
function pageKey(position: number, url: string, headers: IncomingHttpHeaders): string | undefined {
  if (url.startsWith('/assets/') || !isPage(url)) return undefined
  const visitor = visitorOf(headers)
  if (!visitor.guest) return undefined
  const span = Math.floor(position / mostBehind)
  return `${encodingOf(headers['accept-encoding'])} ${visitor.locale} ${visitor.theme ?? 'system'} ${span} ${url}`
}

/** Serves the web application: every GET that is not the API's, a file's or a probe's. */
export async function registerPages(
  app: FastifyInstance,
  { dev, cache, kept, live, publicUrl }: PagesOptions,
): Promise<void> {
  const web = dev ? await liveWeb(app, isPage) : await builtWeb(app)
  const always = {
    'content-security-policy': contentSecurityPolicy(dev),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    ...(publicUrl.startsWith('https:') && { 'strict-transport-security': 'max-age=15552000' }),
    vary: 'cookie, accept-language, accept-encoding',
  }
  if (!dev) kept.add((url, headers) => pageKey(live.position, url, headers))
  registerCards(app)

  app.get('/*', async (request, reply) => {
    if (!isPage(request.url)) return reply.callNotFound()
    reply.headers(always)
    const readAt = cache.now()
    const { position } = live
    const { page, tags, setCookies } = await draw(app, web, { cache, request, position, publicUrl })
    if (setCookies.length > 0) reply.header('set-cookie', setCookies)
    if ('location' in page) return reply.header('cache-control', 'no-store').redirect(page.location, page.status)
    const encoding = encodingOf(request.headers['accept-encoding'])
    const body = await compress(page.html, encoding)
    const ofBody = { 'content-type': htmlType, ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }) }
    const key = dev ? undefined : pageKey(position, request.url, request.headers)
    if (key === undefined || page.status !== 200 || !tags)
      return reply.code(page.status).header('cache-control', 'no-store').headers(ofBody).send(body)
    const headers = { ...always, 'cache-control': 'public, max-age=0, must-revalidate', ...ofBody }
    const entry = { body, etag: etagOf(body), headers: Object.entries(headers), route: '/*' }
    cache.put(key, entry, tags, readAt)
    return sendEntry(request, reply, entry)
  })
}

type Drawn = { page: Page; tags: string[] | undefined; setCookies: string[] }

interface Drawing extends Pick<PagesOptions, 'cache' | 'publicUrl'> {
  request: FastifyRequest
  /** Of the event log, when the page was begun. */
  position: number
}

async function draw(
  app: FastifyInstance,
  web: WebBundle,
  { cache, request, position, publicUrl }: Drawing,
): Promise<Drawn> {
  const visitor = visitorOf(request.headers)
  const { send, tags, setCookies } = inProcessSend(app, cache, request, visitor)
  const render = await web.render()
  const { guest, locale, theme } = visitor
  const page = await render({
    url: publicUrl + request.url,
    send,
    guest,
    position,
    locale,
    ...(theme ? { theme } : {}),
    entry: web.entry,
    assets: web.assets,
    cardAddress,
    onBug: (error) => request.log.error({ err: error }, 'a page failed'),
  })
  return { page, tags: tags(), setCookies: setCookies() }
}
