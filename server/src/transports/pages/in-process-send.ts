import type { FastifyInstance, FastifyRequest, LightMyRequestResponse } from 'fastify'
import type { Send } from '../../../../web/src/api/api.ts'
import { accessCookie, rawCookiesOf, refreshCookie } from '../../kernel/cookies.ts'
import type { TaggedCache } from '../../platform/tagged-cache.ts'
import { cacheTagsHeader } from '../http/guest-cache.ts'
import type { Visitor } from './visitor.ts'

export type InProcessSend = {
  send: Send
  /** What the API set while the page was drawn: a refreshed session. */
  setCookies: () => string[]
  /** Cache tags of every answer that went into the page; undefined when one of them may not be kept. */
  tags: () => string[] | undefined
}

/** The browser sends the same: a page and a tab that refresh one token at once are given one answer. */
const refreshKey = 'browser'

const jsonOf = (answer: LightMyRequestResponse): unknown => {
  try {
    return answer.body === '' ? null : answer.json()
  } catch {
    return null
  }
}

/** A session that is shown and not accepted: expired, revoked, or nonsense. Guests are told `sign-in-needed`. */
const isRefusedSession = (answer: LightMyRequestResponse) =>
  answer.statusCode === 401 && (jsonOf(answer) as { code?: string } | null)?.code !== 'sign-in-needed'

const forgotten = [accessCookie, refreshCookie].map((name) => `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`)

function mergeCookies(header: string, set: string[]): string {
  const cookies = rawCookiesOf(header)
  for (const line of set) for (const [name, value] of rawCookiesOf(line.split(';')[0])) cookies.set(name, value)
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
}

/**
 * Asks the public API in this process, as the visitor; a session that has run out is refreshed once a page. A guest is
 * given what is kept without asking.
 */
export function inProcessSend(
  app: FastifyInstance,
  cache: TaggedCache,
  request: FastifyRequest,
  visitor: Visitor,
): InProcessSend {
  let cookie = request.headers.cookie ?? ''
  let set: string[] = []
  let refreshing: Promise<void> | undefined
  let tags: Set<string> | undefined = new Set()

  const ask = (method: string, path: string, headers: Record<string, string>, body?: unknown) =>
    app.inject({
      method: method as 'GET',
      url: path,
      remoteAddress: request.ip,
      headers: {
        ...headers,
        ...(cookie === '' ? {} : { cookie }),
        host: request.host,
        accept: 'application/json',
        'accept-language': visitor.locale,
        'user-agent': request.headers['user-agent'] ?? '',
        'x-request-id': request.id,
      },
      ...(body === undefined ? {} : { payload: body as object }),
    })

  function take(cookies: string[]): void {
    set = cookies
    cookie = mergeCookies(cookie, cookies)
  }

  /** With a new session, or without any: who shows a dead one reads on as a guest. */
  async function refresh(): Promise<void> {
    if (!rawCookiesOf(cookie).has(refreshCookie)) return take(forgotten)
    const origin = `${request.protocol}://${request.host}`
    const answer = await ask('POST', '/api/session-refreshes', { 'idempotency-key': refreshKey, origin })
    const cookies = [answer.headers['set-cookie'] ?? []].flat()
    take(answer.statusCode < 400 ? cookies : forgotten)
  }

  function note(answer: LightMyRequestResponse): void {
    // That nobody is signed in does not change for a guest.
    if (answer.statusCode === 401) return
    const named = answer.headers[cacheTagsHeader]
    if (typeof named !== 'string') tags = undefined
    else for (const tag of named.split(' ').filter(Boolean)) tags?.add(tag)
  }

  return {
    setCookies: () => set,
    tags: () => (tags ? [...tags] : undefined),
    async send({ method, path, headers, body }) {
      const kept = visitor.guest && method === 'GET' ? cache.get(path) : undefined
      if (kept) {
        for (const tag of kept.tags ?? []) tags?.add(tag)
        return { status: 200, json: JSON.parse(kept.body.toString()) as unknown }
      }
      let answer = await ask(method, path, headers, body)
      if (isRefusedSession(answer)) {
        refreshing ??= refresh()
        await refreshing
        answer = await ask(method, path, headers, body)
      }
      const moved = answer.statusCode === 302 ? answer.headers.location : undefined
      if (moved?.startsWith('/api/')) answer = await ask(method, moved, headers)
      note(answer)
      const retryAfter = answer.headers['retry-after']
      return { status: answer.statusCode, json: jsonOf(answer), retryAfter: retryAfter?.toString() }
    },
  }
}
