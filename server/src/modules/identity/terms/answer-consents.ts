import type { Actor } from '../../../kernel/actor.ts'
import { sql } from '../../../platform/database.ts'
import type { Context } from '../context.ts'
import { consentsAnswered } from '../events.ts'
import { consentMissing } from '../problems.ts'
import { type ConsentAnswers, storeConsents } from './store-consents.ts'
import { type Consent, consents, requiredConsents } from './terms.ts'

export interface ConsentState {
  consent: Consent
  required: boolean
  currentVersion: number
  /** The member's last answer, if there is one. */
  version: number | null
  given: boolean
  answeredAt: Date | null
}

/** What the member said to each consent. */
export async function listConsents({ platform, terms }: Context, actor: Actor): Promise<ConsentState[]> {
  const versions = await terms.versions()
  const rows = await platform.db.many<{ consent: Consent; version: number; given: boolean; answeredAt: Date }>(sql`
    select distinct on (consent) consent, version, given, answered_at as "answeredAt"
    from identity.consents where member_id = ${actor.id} order by consent, answered_at desc`)
  return consents.map((consent) => {
    const { version = null, given = false, answeredAt = null } = rows.find((row) => row.consent === consent) ?? {}
    const required = requiredConsents.some((one) => one === consent)
    return { consent, required, currentVersion: versions[consent], version, given, answeredAt }
  })
}

/** Gives or takes back consents. What is required cannot be taken back while one is a member. */
export async function answerConsents(
  { platform, terms }: Context,
  actor: Actor,
  answers: ConsentAnswers,
): Promise<void> {
  const versions = await terms.versions()
  const refused = requiredConsents.filter((consent) => {
    const answer = answers[consent]
    return answer !== undefined && answer !== true && answer !== versions[consent]
  })
  if (refused.length)
    throw consentMissing({ errors: refused.map((consent) => ({ at: `/${consent}`, code: 'required' })) })
  await platform.db.transact(async (tx) => {
    await storeConsents(tx, actor.id, answers, versions, platform.clock.now())
    tx.publish(consentsAnswered, actor.id, { memberId: actor.id })
  })
}
