import type { Actor } from '../../../kernel/actor.ts'
import { sql } from '../../../platform/database.ts'
import type { Context } from '../context.ts'
import { idleMs } from './start-session.ts'

export interface SessionFacts {
  id: string
  createdAt: Date
  usedAt: Date
  address: string
  userAgent: string
  current: boolean
}

/** The member's living sessions, newest use first; fifty at most. */
export function listSessions({ platform }: Context, actor: Actor): Promise<SessionFacts[]> {
  const now = platform.clock.now()
  const idleSince = new Date(now.getTime() - idleMs)
  return platform.db.many<SessionFacts>(sql`
    select id, created_at as "createdAt", used_at as "usedAt", address, user_agent as "userAgent",
      id = ${actor.sessionId ?? ''} as current
    from identity.sessions
    where member_id = ${actor.id} and revoked_at is null and ends_at > ${now} and used_at > ${idleSince}
    order by used_at desc, id desc limit 50`)
}
