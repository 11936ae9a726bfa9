import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { localeOf } from '../../kernel/locale.ts'
import { defineProblem, Problem, problemBody } from '../../kernel/problem.ts'
import {
  bug,
  cursorInvalid,
  invalid,
  malformed,
  mediaTypeUnknown,
  methodUnknown,
  notFound,
  tooLarge,
  unavailable,
} from '../../kernel/problems.ts'
import { fieldErrors } from './validation.ts'

export const storageFull = defineProblem('storage-full', 507, {
  ko: '저장 공간이 가득 차서 저장하지 못했어요',
  en: 'Storage is full, so nothing was saved',
})

const lostDatabase = new Set([
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '08003',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
])

// numbers, times and signs that PostgreSQL has no value for: what a made-up cursor asks it for
const unreadable = new Set(['22003', '22007', '22008', '22009', '22021', '22P02'])

/** The problem that an error means to the caller; undefined for a bug. */
function problemOf(error: FastifyError | Problem): Problem | undefined {
  if (error instanceof Problem) return error
  if (error.validation) return invalid({ errors: fieldErrors(error.validation) })
  if (error.code === '53100') return storageFull()
  if (lostDatabase.has(error.code) || error.message === 'Connection terminated unexpectedly')
    return unavailable({ retryAfterS: 2 })
  if (unreadable.has(error.code)) return malformed()
  if (error.statusCode === 413) return tooLarge()
  if (error.statusCode === 415) return mediaTypeUnknown()
  if (error.statusCode === 405) return methodUnknown()
  if (error.statusCode === 404) return notFound()
  if (error.statusCode && error.statusCode < 500) return malformed()
  return undefined
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: FastifyError | Problem) {
  const found = problemOf(error) ?? bug()
  const isMadeUp = unreadable.has((error as FastifyError).code) && (request.query as { after?: unknown } | null)?.after
  const problem = isMadeUp ? cursorInvalid() : found
  if (problem.status >= 500) request.log.error({ err: error }, 'request failed')
  else if (unreadable.has((error as FastifyError).code)) request.log.warn({ err: error }, 'a value that cannot be read')
  const { retryAfterS } = problem.extras
  if (retryAfterS !== undefined) reply.header('retry-after', String(retryAfterS))
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer')
  reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problemBody(problem, localeOf(request.headers), request.id))
}
