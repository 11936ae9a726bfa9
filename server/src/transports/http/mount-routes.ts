import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { callerOf } from '../../kernel/actor.ts'
import { cookiesOf } from '../../kernel/cookies.ts'
import { Problem } from '../../kernel/problem.ts'
import { mediaTypeUnknown, versionNeeded, versionStale } from '../../kernel/problems.ts'
import { Answer, type Call, type Route } from '../../module.ts'
import type { Platform } from '../../platform/platform.ts'
import { actorOf, checkAccess, checkConsent } from './authentication.ts'
import { guestCache, sendEntry } from './guest-cache.ts'
import { withIdempotency } from './idempotency.ts'
import { readUpload } from './upload.ts'

const versionPattern = /^(?:W\/)?"?(\d{1,9})"?$/

function versionOf(request: FastifyRequest): number {
  const given = request.headers['if-match']?.trim()
  if (!given || given === '*') throw versionNeeded()
  const version = versionPattern.exec(given)?.[1]
  // a validator that is none of ours cannot be the current one
  if (!version) throw versionStale()
  return Number(version)
}

function signalOf(request: FastifyRequest): AbortSignal {
  const gone = new AbortController()
  request.raw.once('close', () => gone.abort())
  return gone.signal
}

/** Every route declares its access, or the boot stops here. */
function checkDeclaration({ method, path, access, answers }: Route) {
  const at = `${method} ${path}`
  if (access === undefined) throw new Error(`${at} declares no access`)
  if (!Object.keys(answers).length) throw new Error(`${at} declares no answer`)
  if (!/^\/[a-z]/.test(path)) throw new Error(`${at} is not a path`)
}

/** Puts a module's routes on the server. What a handler answers is a plain view (the first declared status) or an Answer. */
export function mountRoutes(app: FastifyInstance, platform: Platform, routes: Route[]): void {
  for (const route of routes) {
    checkDeclaration(route)
    const first = Number(Object.keys(route.answers)[0])
    const cache = route.cache && guestCache(platform, route)
    const noBodyNeeded = route.body && !(route.body as { required?: string[] }).required?.length
    const response = Object.fromEntries(Object.entries(route.answers).filter(([, schema]) => schema !== null))

    const handle = async (request: FastifyRequest, actor: Call['actor']): Promise<Answer> => {
      const call: Call = {
        actor,
        params: request.params,
        query: request.query,
        body: request.body,
        version: route.ifMatch ? versionOf(request) : 0,
        requestId: request.id,
        cookies: cookiesOf(request.headers.cookie),
        headers: request.headers,
        upload: () => readUpload(request, route.upload?.maxBytes ?? 0),
        get signal() {
          return signalOf(request)
        },
      }
      const result = await route.handle(call)
      return result instanceof Answer ? result : new Answer(first, result)
    }

    app.route({
      method: route.method,
      url: route.path,
      schema: {
        ...(route.params ? { params: route.params } : {}),
        ...(route.query ? { querystring: route.query } : {}),
        ...(route.body && !route.upload ? { body: route.body } : {}),
        response,
      },
      ...(cache ? { onRequest: cache.answer } : {}),
      // before the schema: who may not call a route learns nothing about its fields
      preValidation: async (request) => {
        const actor = await actorOf(request, platform, route.anonymous ?? false).catch((refused) => {
          if (!route.lenient || !(refused instanceof Problem)) throw refused
          return actorOf(request, platform, true)
        })
        checkAccess(route.access, actor, platform.clock.now())
        if (!route.beforeConsent) checkConsent(request, actor)
        if (route.perMinute)
          platform.limits.take(`${route.method} ${route.path} ${callerOf(actor)}`, route.perMinute, 60)
        ;(request as { actor?: Call['actor'] }).actor = actor
        if (route.body && request.isMultipart()) throw mediaTypeUnknown()
        if (noBodyNeeded) request.body ??= {}
      },
      handler: async (request, reply) => {
        const { actor } = request as unknown as { actor: Call['actor'] }
        if (cache && actor.kind === 'guest') {
          const made = await cache.once(request, reply, () => handle(request, actor))
          return made instanceof Answer ? send(route, request, reply, made) : sendEntry(request, reply, made)
        }
        const answer =
          route.method === 'POST' && request.headers['idempotency-key'] !== undefined && !route.ownRepeats
            ? await withIdempotency(platform, route, request, actor, () => handle(request, actor))
            : await handle(request, actor)
        return send(route, request, reply, answer)
      },
    })
  }
}

function send(route: Route, request: FastifyRequest, reply: FastifyReply, { status, body, headers }: Answer) {
  reply.code(status).headers(headers)
  if (!reply.hasHeader('cache-control'))
    reply.header('cache-control', route.method === 'GET' ? 'private, no-cache' : 'no-store')
  if (body instanceof Readable) return reply.send(request.method === 'HEAD' ? unread(body) : body)
  if (body === undefined || route.answers[status] === null) return reply.send()
  return reply.send(body)
}

/** Fastify would read it to the end to answer a HEAD. */
function unread(body: Readable): Readable {
  body.destroy()
  return Readable.from([])
}
