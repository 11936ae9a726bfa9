import { randomBytes } from 'node:crypto'
import type { Instance } from '../compose.ts'
import type { Actor } from '../kernel/actor.ts'

export interface ApiAnswer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: answers of the public API, whose schemas stand at its routes
  body: any
}

/** The public API, called in this process. */
export interface Api {
  call(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, options?: CallOptions): Promise<ApiAnswer>
  /** A token for the rest of this process: whoever runs it on the instance's own machine may write as anybody. */
  tokenFor(actor: Actor): string
}

export interface CallOptions {
  token?: string | undefined
  body?: unknown
  headers?: Record<string, string>
}

export function inProcessApi({ app, platform }: Instance): Api {
  const actors = new Map<string, Actor>()
  const { authenticate } = platform.guards
  platform.guards.authenticate = async (token, call) => {
    const actor = actors.get(token)
    return actor ? { ...actor, locale: call.locale, provedAt: platform.clock.now() } : authenticate(token, call)
  }
  return {
    async call(method, url, { token, body, headers } = {}) {
      const answer = await app.inject({
        method,
        url,
        headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      })
      const isJson = String(answer.headers['content-type'] ?? '').includes('json')
      return { status: answer.statusCode, body: isJson ? answer.json() : answer.body }
    },
    tokenFor(actor) {
      const token = randomBytes(32).toString('base64url')
      actors.set(token, actor)
      return token
    },
  }
}
