import type { Locale } from '../words/numbers.ts'
import type { Answer, Send, Sent } from './api.ts'
import { ApiError, offline, problemOf } from './problem.ts'

const refreshedAtKey = 'madang.refreshed-at'
/** The page server sends the same: whoever of one browser is second within a minute is given the first one's answer. */
const refreshKey = 'browser'

async function once(locale: Locale, { method, path, headers, body, signal }: Sent): Promise<Answer> {
  const isForm = body instanceof FormData
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        ...headers,
        accept: 'application/json',
        'accept-language': locale,
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    })
    const text = await response.text()
    const retryAfter = response.headers.get('retry-after') ?? undefined
    return { status: response.status, json: text === '' ? null : parsed(text), retryAfter }
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ApiError(offline)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const refusedAs = ({ status, json, retryAfter }: Answer, code: string) =>
  status === 401 && problemOf(status, json, retryAfter).code === code

/** One refresh for all tabs: who comes second finds that it was done since its own request began. */
async function refresh(locale: Locale, since: number): Promise<boolean> {
  return navigator.locks.request('madang-session-refresh', async () => {
    if (Number(localStorage.getItem(refreshedAtKey) ?? 0) > since) return true
    const headers = { 'idempotency-key': refreshKey }
    const { status } = await once(locale, { method: 'POST', path: '/api/session-refreshes', headers })
    if (status >= 400) return false
    localStorage.setItem(refreshedAtKey, String(Date.now()))
    return true
  })
}

/** Sends by fetch; an expired session is refreshed once and the request repeated. `onSignedOut` hears when there is none. */
export function browserSend(locale: Locale, onSignedOut: () => void): Send {
  return async (sent) => {
    const since = Date.now()
    const answer = await once(locale, sent)
    const expired = refusedAs(answer, 'identity-session-expired')
    if (expired && (await refresh(locale, since))) return once(locale, sent)
    if (expired || refusedAs(answer, 'identity-session-revoked')) onSignedOut()
    return answer
  }
}
