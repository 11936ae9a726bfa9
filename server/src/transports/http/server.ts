import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import multipart from '@fastify/multipart'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { malformed, methodUnknown, notFound } from '../../kernel/problems.ts'
import type { Route } from '../../module.ts'
import type { Platform } from '../../platform/platform.ts'
import { allowedMethods } from './allowed-methods.ts'
import { isDeep } from './deep-json.ts'
import type { KeptAnswers } from './kept-answers.ts'
import { sendProblem } from './refusals.ts'
import { refuseUnreadable } from './refuse-unreadable.ts'
import { compileValidator } from './validation.ts'

const plainId = /^[A-Za-z0-9._-]{8,64}$/
const requestTimeout = 120_000
// a proxy may ask with the whole address (RFC 9112 §3.2.2): whatever host it names, it is ours
const wholeAddress = /^https?:\/\/[^/?#]*(?=\/)/i

/** The caller's id where it is a plain one, else a new one. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id']
  return typeof given === 'string' && plainId.test(given) ? given : randomUUID()
}

/** The web server before its routes are mounted: request ids, validation, refusals, headers of every answer. */
export function createHttpServer(platform: Platform, routes: Route[], serve: KeptAnswers['serve']): FastifyInstance {
  const { config, logger } = platform
  const app = Fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy.length ? [...config.trustProxy] : false,
    bodyLimit: 1024 * 1024,
    requestTimeout,
    serverFactory: (listener) => serve(listener, { keepAliveTimeout: 72_000, requestTimeout }),
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: (error, request, reply) => sendProblem(request, reply, error),
    clientErrorHandler: refuseUnreadable,
    rewriteUrl: ({ url = '/' }) => url.replace(wholeAddress, ''),
    genReqId: requestIdOf,
  })
  app.register(multipart)
  app.removeContentTypeParser('text/plain')
  const parseJson = app.getDefaultJsonParser('error', 'error')
  const parseFlat: typeof parseJson = (request, body, done) =>
    parseJson(request, body, (error, value) => (error || !isDeep(value) ? done(error, value) : done(malformed())))
  // many clients say that they send JSON even where they send nothing
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) =>
    body === '' ? done(null) : parseFlat(request, body, done),
  )
  app.setValidatorCompiler(compileValidator)
  app.setErrorHandler((error, request, reply) => sendProblem(request, reply, error as never))
  const methodsOf = allowedMethods(routes)
  app.setNotFoundHandler((request, reply) => {
    const methods = methodsOf(request.url)
    const isOther = methods.length > 0 && !methods.includes(request.method)
    if (isOther) reply.header('allow', methods.join(', '))
    sendProblem(request, reply, isOther ? methodUnknown() : notFound())
  })
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    reply.header('x-content-type-options', 'nosniff')
    done()
  })
  return app
}
