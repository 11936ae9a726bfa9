import type { Actor, Role } from '../../../kernel/actor.ts'
import { type Database, sql } from '../../../platform/database.ts'
import type { Guards } from '../../../platform/guards.ts'
import type { Context } from '../context.ts'
import { sessionRevoked } from '../problems.ts'
import { createRowCache, type RowCache } from '../row-cache.ts'
import { type Consent, requiredConsents } from '../terms/terms.ts'

interface SessionState {
  memberId: string
  provedAt: Date
  endsAt: Date
  revoked: boolean
}

interface MemberState {
  status: string
  roles: { role: Role; until: string | null }[]
  /** The version of each consent that the member last gave. */
  consents: Partial<Record<Consent, number>>
}

export interface Authentication {
  authenticate: Guards['authenticate']
  /** An event named this session or member. */
  forget(id: string): void
}

const keptSessions = 50_000
const keptMembers = 50_000

const readSessions = (db: Database) => async (ids: string[]) => {
  const rows = await db.many<SessionState & { id: string }>(sql`
    select id, member_id as "memberId", proved_at as "provedAt", ends_at as "endsAt", revoked_at is not null as revoked
    from identity.sessions where id = any(${ids})`)
  return new Map(rows.map((row) => [row.id, row]))
}

const readMembers = (db: Database) => async (ids: string[]) => {
  const rows = await db.many<MemberState & { id: string }>(sql`
    select m.id, m.status,
      (select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'until', g.until)), '[]') from identity.grants g
        where g.member_id = m.id and g.scope = 'instance' and g.revoked_at is null) as roles,
      (select coalesce(jsonb_object_agg(c.consent, c.version), '{}') from (
        select distinct on (consent) consent, version, given from identity.consents
        where member_id = m.id order by consent, answered_at desc) c where c.given) as consents
    from identity.members m where m.id = any(${ids})`)
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * Turns an access token into an actor. Session, member and roles are those of this moment: from memory while this
 * process hears every event, else from the rows.
 */
export function createAuthentication({ platform, accessTokens, terms }: Omit<Context, 'files'>): Authentication {
  const { clock, db, events } = platform
  const sessions: RowCache<SessionState> = createRowCache(readSessions(db), keptSessions)
  const members: RowCache<MemberState> = createRowCache(readMembers(db), keptMembers)

  async function owesConsent({ consents }: MemberState): Promise<boolean> {
    const versions = await terms.versions()
    return requiredConsents.some((consent) => (consents[consent] ?? 0) < versions[consent])
  }

  return {
    async authenticate(token, { address, locale }): Promise<Actor> {
      const { memberId, sessionId } = await accessTokens.read(token)
      if (!events.isCurrent()) {
        sessions.forget(sessionId)
        members.forget(memberId)
        terms.forget()
      }
      const [session, member] = await Promise.all([sessions.one(sessionId), members.one(memberId)])
      const now = clock.now()
      if (!session || session.revoked || session.memberId !== memberId || session.endsAt <= now) throw sessionRevoked()
      if (member?.status !== 'active') throw sessionRevoked()
      const living = member.roles.filter(({ until }) => until === null || new Date(until) > now)
      return {
        kind: 'member',
        id: memberId,
        sessionId,
        roles: living.map(({ role }) => role),
        provedAt: session.provedAt,
        ...((await owesConsent(member)) ? { owesConsent: true } : {}),
        locale,
        address,
      }
    },
    forget(id) {
      sessions.forget(id)
      members.forget(id)
    },
  }
}
