import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http'
import { accessCookie } from '../../kernel/cookies.ts'
import { isNotModified } from '../../kernel/etag.ts'
import type { CacheEntry, TaggedCache } from '../../platform/tagged-cache.ts'

/** Under which name an answer to this GET is kept, if it is of this kind: the API's answers and pages are kept apart. */
export type KeyOf = (url: string, headers: IncomingMessage['headers']) => string | undefined

export interface KeptAnswers {
  /** Pages and the like join here, each with the name of its entries. */
  add(keyOf: KeyOf): void
  /** A server that gives guests what is kept before the framework looks at the request: most reading is this. */
  serve(listener: RequestListener, options: ServerOptions): Server
}

interface Options {
  cache: TaggedCache
  requestId: (request: IncomingMessage) => string
  /** True while connections are to go elsewhere. */
  closing: () => boolean
  answered: (route: string, status: number, seconds: number) => void
}

export const isGuest = ({ authorization, cookie }: IncomingMessage['headers']) =>
  authorization === undefined && !cookie?.includes(`${accessCookie}=`)

const ofBody = /^content-(?:type|encoding)$/

const heads = new WeakMap<CacheEntry, { whole: string[]; unchanged: string[] }>()

/** The lines of an entry's head, as pairs one behind the other: with its body, and without. */
function headOf(entry: CacheEntry): { whole: string[]; unchanged: string[] } {
  const known = heads.get(entry)
  if (known) return known
  const { body, etag, headers } = entry
  const head = {
    whole: ['etag', etag, 'content-length', String(body.length), ...headers.flat()],
    unchanged: ['etag', etag, ...headers.filter(([name]) => !ofBody.test(name)).flat()],
  }
  heads.set(entry, head)
  return head
}

const apiKey: KeyOf = (url, headers) => (url.startsWith('/api/') && isGuest(headers) ? url : undefined)

export function createKeptAnswers({ cache, requestId, closing, answered }: Options): KeptAnswers {
  const keys: KeyOf[] = [apiKey]

  function find({ method, url, headers }: IncomingMessage): CacheEntry | undefined {
    if (method !== 'GET' || url === undefined) return undefined
    for (const keyOf of keys) {
      const key = keyOf(url, headers)
      if (key !== undefined) return cache.get(key)
    }
    return undefined
  }

  function send(request: IncomingMessage, response: ServerResponse, entry: CacheEntry): void {
    const began = performance.now()
    const fresh = !isNotModified(request.headers['if-none-match'], entry.etag)
    const own = ['x-request-id', requestId(request), ...(closing() ? ['connection', 'close'] : [])]
    const { whole, unchanged } = headOf(entry)
    response.writeHead(fresh ? 200 : 304, own.concat(fresh ? whole : unchanged))
    response.end(fresh ? entry.body : undefined)
    answered(entry.route, response.statusCode, (performance.now() - began) / 1000)
  }

  return {
    add: (keyOf) => void keys.push(keyOf),
    serve: (listener, options) =>
      createServer(options, (request, response) => {
        const entry = find(request)
        if (entry) send(request, response, entry)
        else listener(request, response)
      }),
  }
}
