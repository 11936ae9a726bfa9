import { createHash } from 'node:crypto'
import { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isNotModified } from '../../kernel/etag.ts'
import type { Answer, Route } from '../../module.ts'
import type { Platform } from '../../platform/platform.ts'
import type { CacheEntry, CacheMoment } from '../../platform/tagged-cache.ts'
import { isGuest } from './kept-answers.ts'

const keptHeaders = [
  ['cache-control', 'public, no-cache'],
  ['vary', 'cookie, authorization'],
  ['x-content-type-options', 'nosniff'],
  ['content-type', 'application/json; charset=utf-8'],
] as const

/** Tells the page that is drawn in this process what would change its data; it never leaves the process. */
export const cacheTagsHeader = 'madang-cache-tags'

/** A strong validator of a body (RFC 9110 §8.8.3). */
export const etagOf = (body: Buffer): string => `"${createHash('sha1').update(body).digest('base64url')}"`

/** In this process: a page that is drawn here asks so. What comes over the wire met the kept answers before. */
const isInside = ({ raw }: FastifyRequest) => !(raw.socket instanceof Socket)

export function sendEntry(request: FastifyRequest, reply: FastifyReply, entry: CacheEntry): FastifyReply {
  const isKnown = isNotModified(request.headers['if-none-match'], entry.etag)
  // a 304 says nothing of a body that it does not have
  for (const [name, value] of entry.headers) if (!isKnown || !name.startsWith('content-')) reply.header(name, value)
  reply.header('etag', entry.etag)
  if (entry.tags && isInside(request)) reply.header(cacheTagsHeader, entry.tags.join(' '))
  if (isKnown) return reply.code(304).send()
  return reply.code(200).send(entry.body)
}

interface Making {
  readAt: CacheMoment
  entry: Promise<CacheEntry | Answer>
}

/** Keeps what any guest may see, and answers from it. */
export function guestCache(platform: Platform, route: Route) {
  const { cache } = platform
  const making = new Map<string, Making>()

  async function make(request: FastifyRequest, reply: FastifyReply, readAt: CacheMoment, ask: () => Promise<Answer>) {
    const answer = await ask()
    if (answer.status !== 200) return answer
    reply.code(200)
    const body = Buffer.from(reply.serializeInput(answer.body as Record<string, unknown>, '200') as string)
    const tags = route.cache?.(answer.body as never, request.params as never, request.query as never) ?? []
    const entry: CacheEntry = { body, etag: etagOf(body), headers: keptHeaders, route: route.path, tags }
    cache.put(request.url, entry, tags, readAt)
    return entry
  }

  return {
    answer(request: FastifyRequest, reply: FastifyReply, done: () => void) {
      const entry = isInside(request) && isGuest(request.headers) ? cache.get(request.url) : undefined
      if (entry) sendEntry(request, reply, entry)
      else done()
    },
    /** Many who ask for the same at once wait for one answer, unless something has changed since it was begun. */
    async once(request: FastifyRequest, reply: FastifyReply, ask: () => Promise<Answer>): Promise<CacheEntry | Answer> {
      const readAt = cache.now()
      const begun = making.get(request.url)
      if (begun?.readAt === readAt) return begun.entry
      const own: Making = { readAt, entry: make(request, reply, readAt, ask) }
      making.set(request.url, own)
      try {
        return await own.entry
      } finally {
        if (making.get(request.url) === own) making.delete(request.url)
      }
    },
  }
}
