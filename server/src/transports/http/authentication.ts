import type { FastifyRequest } from 'fastify'
import { type Actor, guest, isAdmin, isMember } from '../../kernel/actor.ts'
import { accessCookie, cookiesOf } from '../../kernel/cookies.ts'
import { localeOf } from '../../kernel/locale.ts'
import { defineProblem } from '../../kernel/problem.ts'
import { forbidden, originForeign, signInNeeded } from '../../kernel/problems.ts'
import type { Access } from '../../module.ts'
import type { Platform } from '../../platform/platform.ts'

export const reauthenticationNeeded = defineProblem('identity-reauth-required', 403, {
  ko: '비밀번호를 한 번 더 확인해 주세요',
  en: 'Confirm your password to go on',
})

export const consentOutdated = defineProblem('identity-consent-outdated', 403, {
  ko: '바뀐 약관에 먼저 답해 주세요',
  en: 'Answer the new terms first',
})

const freshForMs = 10 * 60_000
const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A cookie proves nothing about who wrote the page that sent it: a write must come from our own origin. `silent`: who
 * names no origin at all may pass, which no browser does with a write.
 */
export function checkOrigin(request: FastifyRequest, publicUrl: string, silent = false): void {
  if (safe.has(request.method)) return
  const { origin, host } = request.headers
  if (!origin) {
    const site = request.headers['sec-fetch-site']
    if (site === 'same-origin' || site === 'none' || (silent && site === undefined)) return
    throw originForeign()
  }
  if (origin !== publicUrl && (!URL.canParse(origin) || new URL(origin).host !== host)) throw originForeign()
}

/** Who asks: a bearer token, else the access cookie, else a guest. An expired or revoked session is refused, not ignored. */
export async function actorOf(request: FastifyRequest, platform: Platform, anonymous: boolean): Promise<Actor> {
  const locale = localeOf(request.headers)
  const address = request.ip
  if (anonymous) {
    if (request.headers.cookie) checkOrigin(request, platform.config.publicUrl, true)
    return guest(locale, address)
  }
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  const cookie = bearer ? undefined : cookiesOf(request.headers.cookie)[accessCookie]
  const token = bearer ?? cookie
  if (!token) return guest(locale, address)
  if (cookie) checkOrigin(request, platform.config.publicUrl)
  return platform.guards.authenticate(token, { address, locale })
}

/** Refuses a write of one who has yet to answer a raised version of the terms. */
export function checkConsent(request: FastifyRequest, actor: Actor): void {
  if (actor.owesConsent && !safe.has(request.method)) throw consentOutdated()
}

/** Refuses who may not call a route of this access. */
export function checkAccess(access: Access, actor: Actor, now: Date): void {
  if (access === 'guest') return
  if (!isMember(actor)) throw signInNeeded()
  if (typeof access === 'object' && !actor.roles.includes(access.role) && !isAdmin(actor)) throw forbidden()
  const fresh = access === 'fresh' || (typeof access === 'object' && access.fresh)
  if (fresh && (!actor.provedAt || now.getTime() - actor.provedAt.getTime() > freshForMs))
    throw reauthenticationNeeded()
}
