import { sql, type Tx } from '../../../platform/database.ts'
import { consentMissing } from '../problems.ts'
import { type Consent, type ConsentVersions, consents, requiredConsents } from './terms.ts'

/** True, or the version that was read: either stands for the current version. */
export type ConsentAnswers = Partial<Record<Consent, boolean | number>>

const isGiven = (answer: boolean | number | undefined, version: number) => answer === true || answer === version

/** Refuses answers without the required consents at their current versions. */
export function checkConsents(answers: ConsentAnswers, versions: ConsentVersions): void {
  const missing = requiredConsents.filter((consent) => !isGiven(answers[consent], versions[consent]))
  if (missing.length)
    throw consentMissing({ errors: missing.map((consent) => ({ at: `/consents/${consent}`, code: 'required' })) })
}

/** Keeps each answer with the version that it is about; older answers stay as evidence. */
export async function storeConsents(
  tx: Tx,
  memberId: string,
  answers: ConsentAnswers,
  versions: ConsentVersions,
  now: Date,
): Promise<void> {
  const rows = consents.flatMap((consent) => {
    const answer = answers[consent]
    if (answer === undefined) return []
    return [{ consent, version: versions[consent], given: isGiven(answer, versions[consent]) }]
  })
  await tx.run(sql`
    insert into identity.consents (member_id, consent, version, given, answered_at)
    select ${memberId}, consent, version, given, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(consent text, version integer, given boolean)
    on conflict (member_id, consent, answered_at) do update set version = excluded.version, given = excluded.given`)
}
