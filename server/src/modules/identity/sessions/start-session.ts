import { sql, type Tx } from '../../../platform/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import { secretToken, tokenHash } from '../secret-token.ts'
import { endSessions } from './end-sessions.ts'

/** A session dies after this long without a refresh, and at the latest after `longestMs`. */
export const idleMs = 14 * 86_400_000
export const longestMs = 90 * 86_400_000
const mostSessions = 50

/** What a signed-in browser holds. */
export interface SessionTokens {
  sessionId: string
  memberId: string
  refreshToken: string
  /** When the refresh token is of no use any more. */
  endsAt: Date
}

export const endOfToken = (usedAt: Date, sessionEndsAt: Date): Date =>
  new Date(Math.min(usedAt.getTime() + idleMs, sessionEndsAt.getTime()))

/** A new session of the member; the oldest goes when there are more than fifty. */
export async function startSession(
  tx: Tx,
  { clock, ids }: Platform,
  { memberId, address, userAgent }: { memberId: string; address: string; userAgent: string },
): Promise<SessionTokens> {
  const now = clock.now()
  const sessionId = ids.next('ses')
  const endsAt = new Date(now.getTime() + longestMs)
  const refreshToken = secretToken()
  await tx.run(sql`
    insert into identity.sessions (id, member_id, created_at, used_at, proved_at, ends_at, address, user_agent)
    values (${sessionId}, ${memberId}, ${now}, ${now}, ${now}, ${endsAt}, ${address}, ${userAgent.slice(0, 300)})`)
  await tx.run(sql`
    insert into identity.refresh_tokens (hash, session_id, issued_at)
    values (${tokenHash(refreshToken)}, ${sessionId}, ${now})`)
  const surplus = await tx.many<{ id: string }>(sql`
    select id from identity.sessions where member_id = ${memberId} and revoked_at is null
    order by created_at desc, id desc offset ${mostSessions}`)
  for (const { id } of surplus) await endSessions(tx, { memberId, only: id, reason: 'too-many', now })
  return { sessionId, memberId, refreshToken, endsAt: endOfToken(now, endsAt) }
}
