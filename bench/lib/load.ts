import autocannon, { type Request } from 'autocannon'

export interface Load {
  url: string
  requests?: Request[]
  /** Requests of one connection, where each has its own: a long list would be built anew for every one of a thousand. */
  eachRequests?: () => Request[]
  connections: number
  seconds: number
  headers?: Record<string, string>
}

export interface Measured {
  perSecond: number
  p50: number
  /** autocannon has no p95: this is stricter. */
  p97_5: number
  p99: number
  /** Answers that were not 2xx, and connections that broke. */
  errors: number
}

/** Puts a load on a server on this machine for a bounded time. */
export async function load({ url, requests, eachRequests, connections, seconds, headers }: Load): Promise<Measured> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    ...(requests ? { requests } : {}),
    ...(eachRequests ? { setupClient: (client) => client.setRequests(eachRequests()) } : {}),
    timeout: 20,
    ...(headers ? { headers } : {}),
  })
  return {
    perSecond: result.requests.total / result.duration,
    p50: result.latency.p50,
    p97_5: result.latency.p97_5,
    p99: result.latency.p99,
    errors: result.errors + result.timeouts + result.non2xx,
  }
}
