import { empty, sql, type Tx } from '../../../platform/database.ts'
import { sessionRevoked } from '../events.ts'

/** Ends a member's sessions, everywhere within a second: one of them, or all `but` one. Answers how many. */
export async function endSessions(
  tx: Tx,
  { memberId, only, but, reason, now }: { memberId: string; only?: string; but?: string; reason: string; now: Date },
): Promise<number> {
  const ended = await tx.many<{ id: string }>(sql`
    update identity.sessions set revoked_at = ${now}, revoked_for = ${reason}
    where member_id = ${memberId} and revoked_at is null
      ${only === undefined ? empty : sql`and id = ${only}`} ${but === undefined ? empty : sql`and id <> ${but}`}
    returning id`)
  for (const { id } of ended) tx.publish(sessionRevoked, id, { sessionId: id, memberId, reason })
  return ended.length
}
