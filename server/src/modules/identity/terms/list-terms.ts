import { notFound } from '../../../kernel/problems.ts'
import { sql } from '../../../platform/database.ts'
import type { Context } from '../context.ts'
import { type Consent, consents, requiredConsents } from './terms.ts'

export interface TermsText {
  consent: Consent
  version: number
  required: boolean
  text: { ko: string; en: string }
  publishedAt: Date
}

type Row = Omit<TermsText, 'required' | 'text'> & { ko: string; en: string }

const textOf = ({ ko, en, ...row }: Row): TermsText => ({
  ...row,
  required: requiredConsents.some((consent) => consent === row.consent),
  text: { ko, en },
})

/** The current text of every consent. */
export async function listTerms({ platform }: Context): Promise<TermsText[]> {
  const rows = await platform.db.many<Row>(sql`
    select distinct on (consent) consent, version, ko, en, published_at as "publishedAt"
    from identity.terms order by consent, version desc`)
  return rows.map(textOf).sort((a, b) => consents.indexOf(a.consent) - consents.indexOf(b.consent))
}

/** The text that members agreed to at that time. */
export async function showTerms({ platform }: Context, consent: Consent, version: number): Promise<TermsText> {
  const row = await platform.db.one<Row>(sql`
    select consent, version, ko, en, published_at as "publishedAt"
    from identity.terms where consent = ${consent} and version = ${version}`)
  if (!row) throw notFound()
  return textOf(row)
}
