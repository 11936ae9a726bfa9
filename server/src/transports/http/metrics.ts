import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'
import { Counter, Gauge, Histogram, type Registry } from 'prom-client'
import type { TaggedCache } from '../../platform/tagged-cache.ts'

export interface HttpMetrics {
  answered(method: string, route: string, status: number, seconds: number): void
}

/** Counts of answers and their times. */
export function createHttpMetrics(registry: Registry): HttpMetrics {
  const total = new Counter({
    name: 'madang_http_requests_total',
    help: 'Requests answered',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  })
  const duration = new Histogram({
    name: 'madang_http_request_duration_seconds',
    help: 'From the first byte in to the last byte out',
    labelNames: ['method', 'route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  return {
    answered(method, route, status, seconds) {
      total.inc({ method, route, status: String(status) })
      duration.observe({ method, route }, seconds)
    },
  }
}

/** Measures every request of the framework, the event loop and the cache. */
export function mountMetrics(app: FastifyInstance, registry: Registry, cache: TaggedCache, metrics: HttpMetrics): void {
  const loop = monitorEventLoopDelay({ resolution: 20 })
  loop.enable()
  app.addHook('onClose', async () => {
    loop.disable()
  })
  new Gauge({
    name: 'madang_event_loop_lag_seconds',
    help: 'p99 since the last look',
    aggregator: 'max',
    registers: [registry],
    collect() {
      this.set(loop.percentile(99) / 1e9)
      loop.reset()
    },
  })
  for (const name of ['hits', 'misses'] as const)
    new Counter({
      name: `madang_cache_${name}_total`,
      help: `Cache ${name}`,
      registers: [registry],
      collect() {
        this.reset()
        this.inc(cache[name])
      },
    })
  app.addHook('onResponse', (request, reply, done) => {
    metrics.answered(request.method, request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime / 1000)
    done()
  })
}
