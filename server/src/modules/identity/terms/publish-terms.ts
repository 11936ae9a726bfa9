import type { Actor } from '../../../kernel/actor.ts'
import type { Clock } from '../../../kernel/clock.ts'
import type { Words } from '../../../kernel/problem.ts'
import { type Database, sql } from '../../../platform/database.ts'
import type { Context } from '../context.ts'
import { termsPublished } from '../events.ts'
import { defaultTerms } from './default-terms.ts'
import { type Consent, consents } from './terms.ts'

const lockKey = 7101

/** A new version of a consent's text. Members are asked anew before they write again, where it is required. */
export async function publishTerms(
  { platform }: Context,
  actor: Actor,
  { consent, text }: { consent: Consent; text: Words },
): Promise<{ consent: Consent; version: number }> {
  const { audit, clock, db } = platform
  return db.transact(async (tx) => {
    await tx.run(sql`select pg_advisory_xact_lock(${lockKey})`)
    const last = await tx.one<{ version: number }>(
      sql`select max(version) as version from identity.terms where consent = ${consent}`,
    )
    const version = (last?.version ?? 0) + 1
    await tx.run(sql`
      insert into identity.terms (consent, version, ko, en, published_at, published_by)
      values (${consent}, ${version}, ${text.ko}, ${text.en}, ${clock.now()}, ${actor.id})`)
    await audit.write(tx, actor, { act: 'identity.terms-published', target: consent, after: { version } })
    tx.publish(termsPublished, consent, { consent, version })
    return { consent, version }
  })
}

/** Every consent has a first version from the first start on. */
export async function publishDefaultTerms({ db, clock }: { db: Database; clock: Clock }): Promise<void> {
  const rows = consents.map((consent) => ({ consent, ...defaultTerms[consent] }))
  await db.run(sql`
    insert into identity.terms (consent, version, ko, en, published_at, published_by)
    select consent, 1, ko, en, ${clock.now()}, ''
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(consent text, ko text, en text)
    on conflict (consent, version) do nothing`)
}
