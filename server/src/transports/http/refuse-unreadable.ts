import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { type ProblemType, problemBody } from '../../kernel/problem.ts'
import { headersTooLarge, malformed, tooSlow } from '../../kernel/problems.ts'

const meanings: Record<string, ProblemType> = {
  ERR_HTTP_REQUEST_TIMEOUT: tooSlow,
  HPE_HEADER_OVERFLOW: headersTooLarge,
}

/** Answers bytes that are no request (RFC 9112): what stands in them is not known, so the words come in Korean, and the connection ends. */
export function refuseUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const type = meanings[error.code ?? ''] ?? malformed
  const body = JSON.stringify(problemBody(type(), 'ko'))
  const head = [
    `HTTP/1.1 ${type.status} ${STATUS_CODES[type.status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
  ]
  if (socket.writable) socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  else socket.destroy(error)
}
