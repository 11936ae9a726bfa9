import type { Server } from 'node:http'
import { Server as TcpServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Route } from '../../module.ts'
import { createLiveHub } from '../../platform/live/live-hub.ts'
import type { Platform } from '../../platform/platform.ts'
import { registerPages } from '../pages/register-pages.ts'
import { liveRoute } from '../sse/live-route.ts'
import { closingOf } from './close-server.ts'
import { mountDocs } from './docs.ts'
import { type Health, mountHealth } from './health.ts'
import { createKeptAnswers } from './kept-answers.ts'
import { createHttpMetrics, mountMetrics } from './metrics.ts'
import { mountRoutes } from './mount-routes.ts'
import { createHttpServer, requestIdOf } from './server.ts'

/** How long load balancers have to notice that /readyz says no. */
const noticeMs = 250
/** How long a kept-alive connection may wait for its next request before it is closed. */
const lastRequestMs = 2000

export interface Web {
  app: FastifyInstance
  /** Tells kept-alive connections and live streams to go elsewhere, answers what has begun, then closes. */
  close(): Promise<void>
}

export interface WebOptions {
  /** Pages through Vite's middleware, with hot reload. */
  dev: boolean
  /** False for an API alone, without the built web part. */
  pages: boolean
  /** What /metrics answers. */
  metrics(): Promise<string>
}

/** Everything that speaks HTTP in this process. */
export async function createWeb(platform: Platform, routes: Route[], options: WebOptions): Promise<Web> {
  const isWeb = platform.config.roles.includes('web')
  const live = createLiveHub(platform)
  const all = isWeb ? [...routes, liveRoute(platform, live)] : []
  const health: Health = { draining: false }
  const metrics = createHttpMetrics(platform.metrics)
  const closing = () => health.draining && !app.server.listening
  const kept = createKeptAnswers({
    cache: platform.cache,
    requestId: requestIdOf,
    closing,
    answered: (route, status, seconds) => metrics.answered('GET', route, status, seconds),
  })
  const app = createHttpServer(platform, all, kept.serve)
  const close = closingOf(app)
  app.addHook('onRequest', (_request, reply, done) => {
    if (closing()) reply.header('connection', 'close')
    done()
  })
  mountMetrics(app, platform.metrics, platform.cache, metrics)
  mountHealth(app, platform, { health, metrics: options.metrics })
  if (isWeb) {
    app.addHook('onReady', () => live.start())
    app.addHook('preClose', async () => live.stop())
    mountRoutes(app, platform, all)
    mountDocs(app, all, platform.config.publicUrl)
    const { publicUrl } = platform.config
    if (options.pages) await registerPages(app, { dev: options.dev, cache: platform.cache, kept, live, publicUrl })
  }
  return {
    app,
    async close() {
      health.draining = true
      if (app.server.listening) {
        await wait(noticeMs)
        await stopListening(app.server)
      }
      await close()
    },
  }
}

/**
 * Refuses new connections and leaves the open ones a moment: http.Server's own close() would cut idle ones, under a
 * request that is on its way.
 */
async function stopListening(server: Server): Promise<void> {
  const gone = new Promise<void>((resolve) => void TcpServer.prototype.close.call(server, () => resolve()))
  await Promise.race([gone, wait(lastRequestMs)])
}
