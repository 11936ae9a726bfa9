import { createHash, timingSafeEqual } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { signInNeeded } from '../../kernel/problems.ts'
import type { Platform } from '../../platform/platform.ts'
import { metricsToken } from '../../platform/settings/metrics-token.ts'

const patienceMs = 2_000

export interface Health {
  /** False from SIGTERM on: load balancers stop sending. */
  draining: boolean
}

/** /livez, /readyz, /healthz, /metrics: outside /api, without a session. */
export function mountHealth(
  app: FastifyInstance,
  platform: Platform,
  { health, metrics }: { health: Health; metrics(): Promise<string> },
): void {
  app.get('/livez', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }))
  const ready = async (_request: FastifyRequest, reply: FastifyReply) => {
    reply.header('cache-control', 'no-store')
    const asked = platform.db.pool.query('select 1').then(
      () => 'ok',
      () => 'down',
    )
    // a database that is frozen answers nothing at all
    const database = await Promise.race([asked, wait(patienceMs, 'down', { ref: false })])
    const status = health.draining ? 'draining' : database === 'ok' ? 'ok' : 'down'
    return reply.code(status === 'ok' ? 200 : 503).send({ status, checks: { database } })
  }
  app.get('/readyz', ready)
  // the name that probes of older habit ask for
  app.get('/healthz', ready)
  app.get('/metrics', async (request, reply) => {
    checkToken(request, platform.settings.get(metricsToken))
    return reply
      .header('cache-control', 'no-store')
      .type(platform.metrics.contentType)
      .send(await metrics())
  })
}

/** `Authorization: Bearer <token>`, as Prometheus sends it. */
function checkToken({ headers }: FastifyRequest, token: string): void {
  if (token === '') return
  const given = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? ''
  const digest = (text: string) => createHash('sha256').update(text).digest()
  if (!timingSafeEqual(digest(given), digest(token))) throw signInNeeded()
}
