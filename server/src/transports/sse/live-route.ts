import { Type } from 'typebox'
import { accessCookie } from '../../kernel/cookies.ts'
import { problemBody } from '../../kernel/problem.ts'
import { invalid, tooManyRequests, unavailable } from '../../kernel/problems.ts'
import { Answer, type Route, route } from '../../module.ts'
import type { Hint } from '../../platform/live/hint.ts'
import type { LiveHub, LiveStream } from '../../platform/live/live-hub.ts'
import type { Platform } from '../../platform/platform.ts'
import { Fields } from '../http/schema.ts'
import { createSseStream, sseHeaders } from './sse-stream.ts'

const mostSubjects = 50

/**
 * `GET /api/live?subjects=pst_…,brd_…`: first `ready` {subjects: [{id, version}], reset, missed}, then unnamed messages,
 * each a hint {type, id, version, counts}, the first `missed` of them from before; `ping`, whose id is how far all was told; `reconnect` (come again); `problem` (the session is over).
 */
export const liveRoute = (platform: Platform, hub: LiveHub): Route =>
  route({
    method: 'GET',
    path: '/api/live',
    access: 'guest',
    summary: 'Live hints about subjects, as server-sent events: what changed is to be fetched again',
    query: Fields({
      subjects: Type.String({ maxLength: mostSubjects * 31, pattern: '^[0-9a-z_]+(,[0-9a-z_]+)*$' }),
      after: Type.Optional(Type.Integer({ minimum: 0, description: 'Go on behind this position' })),
    }),
    answers: { 200: Type.String({ contentMediaType: 'text/event-stream' }) },
    refuses: [invalid, tooManyRequests, unavailable],
    async handle({ actor, query, headers, cookies }) {
      const subjects = query.subjects.split(',')
      if (subjects.length > mostSubjects) throw invalid({ errors: [{ at: '/subjects', code: 'too-many' }] })
      const after = positionOf(headers['last-event-id']) ?? query.after
      const token = tokenOf(headers.authorization) ?? cookies[accessCookie] ?? ''
      let live: LiveStream | undefined
      const stream = createSseStream({
        onPing() {
          void live?.check().catch(() => {})
          return live?.told()
        },
        onClose: () => live?.close(),
      })
      const tell = ({ position, ...hint }: Hint) => stream.send({ id: position, data: hint })
      try {
        live = await hub.listen({
          ...{ actor, subjects },
          ...(after === undefined ? {} : { after }),
          identify: () => platform.guards.authenticate(token, actor),
          deliver: (hints) => hints.forEach(tell),
          end(problem) {
            const data = problem ? problemBody(problem, actor.locale) : {}
            stream.send({ event: problem ? 'problem' : 'reconnect', data })
            stream.end()
          },
        })
      } catch (error) {
        stream.body.destroy()
        throw error
      }
      if (stream.body.destroyed) live.close()
      const { position, reset, missed } = live
      stream.send({
        event: 'ready',
        ...(missed.length ? {} : { id: position }),
        data: { subjects: live.subjects, reset, missed: missed.length },
      })
      missed.forEach(tell)
      return new Answer(200, stream.body, sseHeaders)
    },
  })

const positionOf = (header: string | string[] | undefined): number | undefined =>
  typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : undefined

const tokenOf = (authorization: string | string[] | undefined): string | undefined =>
  typeof authorization === 'string' ? /^Bearer (.+)$/i.exec(authorization)?.[1] : undefined
