import { refreshCookie } from '../../../kernel/cookies.ts'
import { Problem, problemBody } from '../../../kernel/problem.ts'
import { notFound } from '../../../kernel/problems.ts'
import { Fields, Id } from '../../../kernel/schema.ts'
import { Answer, type Call, route } from '../../../module.ts'
import type { Context } from '../context.ts'
import * as refuse from '../problems.ts'
import { accessMinutes } from '../settings.ts'
import { Email, ListOf, Password, SessionTokenView, SessionView } from '../views.ts'
import { endSessions } from './end-sessions.ts'
import { listSessions } from './list-sessions.ts'
import { reauthenticate } from './reauthenticate.ts'
import { refreshSession } from './refresh-session.ts'
import { noCookies, sessionCookies } from './session-cookies.ts'
import { signIn } from './sign-in.ts'
import type { SessionTokens } from './start-session.ts'

const header = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value)
const userAgentOf = ({ headers }: Call) => header(headers['user-agent']) ?? ''

/** The access token in the body for programs, both tokens as cookies for browsers. */
async function answerWith({ platform, accessTokens }: Context, status: number, tokens: SessionTokens): Promise<Answer> {
  const { clock, config, settings } = platform
  const { memberId, sessionId, refreshToken, endsAt } = tokens
  const now = clock.now().getTime()
  const expiresAt = new Date(Math.min(now + settings.get(accessMinutes) * 60_000, endsAt.getTime()))
  const accessToken = await accessTokens.issue({ memberId, sessionId, expiresAt })
  const maxAgeS = Math.max(1, Math.ceil((endsAt.getTime() - now) / 1000))
  return new Answer(
    status,
    { accessToken, expiresAt, member: { id: memberId } },
    { 'set-cookie': sessionCookies(config, { access: accessToken, refresh: refreshToken, maxAgeS }) },
  )
}

/** A browser whose session is over is told so once: its cookies go with the refusal. */
function farewell({ platform }: Context, call: Call, refused: unknown): Answer {
  if (!(refused instanceof Problem) || refused.status !== 401) throw refused
  return new Answer(401, problemBody(refused, call.actor.locale, call.requestId), {
    'content-type': 'application/problem+json; charset=utf-8',
    'set-cookie': noCookies(platform.config),
  })
}

export const sessionRoutes = (context: Context) => {
  const { clock, db } = context.platform
  const end = (which: { memberId: string; only?: string; but?: string; reason: string }) =>
    db.transact((tx) => endSessions(tx, { ...which, now: clock.now() }))
  return [
    route({
      method: 'POST',
      path: '/api/sessions',
      access: 'guest',
      anonymous: true,
      ownRepeats: true,
      summary: 'Sign in',
      body: Fields({ email: Email, password: Password }),
      answers: { 201: SessionTokenView },
      refuses: [refuse.credentialsWrong, refuse.emailUnverified, refuse.locked],
      handle: async (call) => {
        const tokens = await signIn(context, call.actor, { ...call.body, userAgent: userAgentOf(call) })
        return answerWith(context, 201, tokens)
      },
    }),
    route({
      method: 'POST',
      path: '/api/session-refreshes',
      access: 'guest',
      anonymous: true,
      ownRepeats: true,
      perMinute: 120,
      summary: 'A new access token for the refresh cookie, which is replaced',
      answers: { 200: SessionTokenView },
      refuses: [refuse.refreshReused, refuse.sessionRevoked, refuse.sessionExpired],
      handle: async (call) => {
        const token = call.cookies[refreshCookie] ?? ''
        const idempotencyKey = header(call.headers['idempotency-key'])
        const { address } = call.actor
        try {
          const given = { token, idempotencyKey, address, userAgent: userAgentOf(call) }
          return await answerWith(context, 200, await refreshSession(context, given))
        } catch (refused) {
          return farewell(context, call, refused)
        }
      },
    }),
    route({
      method: 'POST',
      path: '/api/me/reauthentications',
      access: 'member',
      beforeConsent: true,
      ownRepeats: true,
      summary: 'Prove your password again, for what asks for a fresh session',
      body: Fields({ password: Password }),
      answers: { 204: null },
      refuses: [refuse.credentialsWrong, refuse.locked],
      handle: ({ actor, body }) => reauthenticate(context, actor, body),
    }),
    route({
      method: 'GET',
      path: '/api/me/sessions',
      access: 'member',
      summary: 'Where you are signed in',
      answers: { 200: ListOf(SessionView) },
      handle: async ({ actor }) => ({ items: await listSessions(context, actor) }),
    }),
    route({
      method: 'DELETE',
      path: '/api/me/sessions',
      access: 'member',
      beforeConsent: true,
      summary: 'Sign out everywhere else',
      answers: { 204: null },
      handle: async ({ actor }) => {
        await end({ memberId: actor.id, but: actor.sessionId ?? '', reason: 'ended-by-owner' })
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/me/sessions/current',
      access: 'member',
      beforeConsent: true,
      summary: 'Sign out',
      answers: { 204: null },
      handle: async ({ actor }) => {
        await end({ memberId: actor.id, only: actor.sessionId ?? '', reason: 'signed-out' })
        return new Answer(204, undefined, { 'set-cookie': noCookies(context.platform.config) })
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/me/sessions/:id',
      access: 'member',
      beforeConsent: true,
      summary: 'Sign out one device',
      params: Fields({ id: Id('ses') }),
      answers: { 204: null },
      refuses: [notFound],
      handle: async ({ actor, params }) => {
        const ended = await end({ memberId: actor.id, only: params.id, reason: 'ended-by-owner' })
        if (!ended) throw notFound()
      },
    }),
  ]
}
