import type { Locale, Problem } from '../../../kernel/problem.ts'
import { sql, type Tx } from '../../../platform/database.ts'
import type { Context } from '../context.ts'
import { alertMember } from '../members/alert-member.ts'
import { refreshReused, sessionExpired, sessionRevoked } from '../problems.ts'
import { secretToken, tokenHash } from '../secret-token.ts'
import { endSessions } from './end-sessions.ts'
import { endOfToken, idleMs, type SessionTokens } from './start-session.ts'
import { openSuccessor, sealSuccessor } from './successor.ts'

const repeatMs = 60_000

interface Row {
  sessionId: string
  memberId: string
  issuedAt: Date
  rotatedAt: Date | null
  idempotencyKey: string | null
  successorSealed: Buffer | null
  endsAt: Date
  revokedAt: Date | null
}

export interface Refresh {
  token: string
  idempotencyKey?: string | undefined
  address: string
  userAgent: string
}

/**
 * A new refresh token for an old one, which is dead from then on. An old one shown again means that two hold it: its
 * session ends and the owner is told. Only who repeats the request (the same Idempotency-Key within a minute) is given
 * the same answer, since an answer can be lost on the way.
 */
export async function refreshSession({ platform }: Context, given: Refresh): Promise<SessionTokens> {
  const { clock, db } = platform
  const outcome = await db.transact(async (tx): Promise<SessionTokens | Problem> => {
    const now = clock.now()
    // both rows are locked: parallel tabs wait here and then see what the first one did
    const row = await tx.one<Row>(sql`
      select s.id as "sessionId", s.member_id as "memberId", t.issued_at as "issuedAt", t.rotated_at as "rotatedAt",
        t.idempotency_key as "idempotencyKey", t.successor_sealed as "successorSealed", s.ends_at as "endsAt",
        s.revoked_at as "revokedAt"
      from identity.refresh_tokens t join identity.sessions s on s.id = t.session_id
      where t.hash = ${tokenHash(given.token)} for update`)
    if (!row || row.revokedAt) return sessionRevoked()
    const { sessionId, memberId, endsAt } = row
    if (row.rotatedAt && row.successorSealed) {
      const repeated = given.idempotencyKey !== undefined && given.idempotencyKey === row.idempotencyKey
      if (!repeated || now.getTime() - row.rotatedAt.getTime() > repeatMs) return betrayed(tx, row, now)
      const refreshToken = openSuccessor(given.token, row.successorSealed)
      return { sessionId, memberId, refreshToken, endsAt: endOfToken(row.rotatedAt, endsAt) }
    }
    if (now >= endsAt || now.getTime() - row.issuedAt.getTime() >= idleMs) return sessionExpired()
    const refreshToken = secretToken()
    await tx.run(sql`
      update identity.refresh_tokens set rotated_at = ${now}, idempotency_key = ${given.idempotencyKey ?? null},
        successor_sealed = ${sealSuccessor(given.token, refreshToken)}
      where hash = ${tokenHash(given.token)}`)
    await tx.run(sql`
      insert into identity.refresh_tokens (hash, session_id, issued_at)
      values (${tokenHash(refreshToken)}, ${sessionId}, ${now})`)
    await tx.run(sql`
      update identity.sessions set used_at = ${now}, address = ${given.address},
        user_agent = ${given.userAgent.slice(0, 300)}
      where id = ${sessionId}`)
    return { sessionId, memberId, refreshToken, endsAt: endOfToken(now, endsAt) }
  })
  if (outcome instanceof Error) throw outcome
  return outcome

  async function betrayed(tx: Tx, { sessionId, memberId }: Row, now: Date): Promise<Problem> {
    await endSessions(tx, { memberId, only: sessionId, reason: 'refresh-reused', now })
    const member = await tx.one<{ id: string; email: string; nickname: string; locale: Locale }>(
      sql`select id, email, nickname, locale from identity.members where id = ${memberId}`,
    )
    if (member) await alertMember({ platform, tx, member, alert: 'refresh-reused' })
    return refreshReused()
  }
}
