import { ApiError, problemOf } from './problem.ts'
import type { Routes } from './routes.generated.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Sent = {
  method: Method
  path: string
  headers: Record<string, string>
  body?: unknown
  signal?: AbortSignal
}
export type Answer = { status: number; json: unknown; retryAfter?: string | undefined }

/** The only thing that differs between server (in process) and browser (fetch). Rejects with ApiError when nothing answers. */
export type Send = (sent: Sent) => Promise<Answer>

type Segment<S extends string> = string extends S ? '*' : S
/** `/api/posts/${string}` as the routes are named: `/api/posts/*`. */
type Pattern<P extends string> = P extends `/${infer Head}/${infer Rest}`
  ? `/${Segment<Head>}${Pattern<`/${Rest}`>}`
  : P extends `/${infer Last}`
    ? `/${Segment<Last>}`
    : never
type RouteAt<M extends Method, P extends string> = `${M} ${Pattern<P>}` extends keyof Routes
  ? Routes[`${M} ${Pattern<P>}`]
  : { query: never; body: never; answer: never }

/** What the API answers: `` Answered<'GET', `/api/posts/${string}`> ``. */
export type Answered<M extends Method, P extends string> = RouteAt<M, P>['answer']

type Value = string | number | boolean | null | undefined
/** By the route's names; empty values are left out. */
type Query<Q> = [Q] extends [never] ? Record<string, never> : { [K in keyof Q]?: Value }
/** Fields of a form may be absent: the server says what is missing. */
type Body<B> = [B] extends [never] ? undefined : { [K in keyof B]: B[K] | undefined }

type ReadOptions<Q> = { query?: Query<Q>; signal?: AbortSignal }
type WriteOptions = { key?: string; version?: number }

/** A path with its filled query. */
export function withQuery(path: string, query: Record<string, Value> = {}): string {
  const filled = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const search = new URLSearchParams(filled.map(([name, value]) => [name, String(value)]))
  return search.size > 0 ? `${path}?${search}` : path
}

/** The client of the public API, by the types of its OpenAPI document. Refusals are thrown as ApiError. */
export function createApi(send: Send) {
  async function call<T>(sent: Sent): Promise<T> {
    const { status, json, retryAfter } = await send(sent)
    if (status >= 400) throw new ApiError(problemOf(status, json, retryAfter))
    return json as T
  }
  const write =
    <M extends Exclude<Method, 'GET'>>(method: M) =>
    <P extends string>(
      path: P,
      body?: Body<RouteAt<M, P>['body']>,
      { key, version }: WriteOptions = {},
    ): Promise<Answered<M, P>> =>
      call({
        method,
        path,
        headers: {
          ...(method === 'POST' ? { 'idempotency-key': key ?? crypto.randomUUID() } : {}),
          ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        },
        ...(body === undefined ? {} : { body }),
      })
  return {
    get: <P extends string>(
      path: P,
      { query, signal }: ReadOptions<RouteAt<'GET', P>['query']> = {},
    ): Promise<Answered<'GET', P>> =>
      call({ method: 'GET', path: withQuery(path, query), headers: {}, ...(signal ? { signal } : {}) }),
    post: write('POST'),
    put: write('PUT'),
    patch: write('PATCH'),
    delete: write('DELETE'),
  }
}

export type Api = ReturnType<typeof createApi>
