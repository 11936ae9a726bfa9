import type { Actor, Role } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/problems.ts'
import { type Queryable, sql } from '../../../platform/database.ts'
import type { Context } from '../context.ts'
import { type Consent, requiredConsents } from '../terms/terms.ts'
import { avatarUrl } from './member-cards.ts'
import { openPhone } from './phone.ts'
import { changesLeft } from './rename-member.ts'

interface Row {
  id: string
  email: string
  nickname: string
  status: string
  bio: string
  links: string[]
  avatarId: string | null
  avatarSha256: string | null
  birthDate: string | null
  gender: 'male' | 'female' | null
  phoneSealed: Buffer | null
  renamedAt: Date[]
  version: number
  createdAt: Date
  consents: Partial<Record<Consent, number>>
}

export interface Me extends Omit<Row, 'avatarSha256' | 'phoneSealed' | 'renamedAt' | 'consents'> {
  avatarUrl: string | null
  phone: string | null
  roles: readonly Role[]
  /** Consents whose raised version waits for an answer: until then nothing can be written. */
  consentsDue: Consent[]
  nicknameChangesLeft: number
}

const readRow = (db: Queryable, id: string) =>
  db.one<Row>(sql`
    select m.id, m.email, m.nickname, m.status, m.bio, m.links, m.avatar_id as "avatarId",
      m.avatar_sha256 as "avatarSha256", to_char(m.birth_date, 'YYYY-MM-DD') as "birthDate", m.gender,
      m.phone_sealed as "phoneSealed", m.renamed_at as "renamedAt", m.version, m.created_at as "createdAt",
      (select coalesce(jsonb_object_agg(c.consent, c.version), '{}') from (
        select distinct on (consent) consent, version, given from identity.consents
        where member_id = m.id order by consent, answered_at desc) c where c.given) as consents
    from identity.members m where m.id = ${id}`)

/** Everything that a member may know about the own account. */
export async function showMe({ platform, files, terms }: Context, actor: Actor): Promise<Me> {
  const { clock, config, db } = platform
  const row = await readRow(db, actor.id)
  if (!row) throw notFound()
  const versions = await terms.versions()
  const { avatarSha256: _, phoneSealed, renamedAt, consents, ...shown } = row
  return {
    ...shown,
    avatarUrl: avatarUrl(files, row, '256'),
    phone: (phoneSealed && openPhone(config.secretKeys, phoneSealed)) ?? null,
    roles: actor.roles,
    consentsDue: requiredConsents.filter((consent) => (consents[consent] ?? 0) < versions[consent]),
    nicknameChangesLeft: changesLeft(renamedAt, clock.now()),
  }
}
