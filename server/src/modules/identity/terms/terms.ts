import { type Database, sql } from '../../../platform/database.ts'

export const consents = ['terms', 'privacy', 'marketing', 'nightPush'] as const
export type Consent = (typeof consents)[number]
/** Nobody joins without these, and nobody writes while a raised version of one waits for an answer. */
export const requiredConsents = ['terms', 'privacy'] as const satisfies Consent[]

export type ConsentVersions = Record<Consent, number>

/** The current version of every consent, in memory until a new one is published. */
export interface Terms {
  versions(): Promise<ConsentVersions>
  forget(): void
}

export function createTerms(db: Database): Terms {
  let current: Promise<ConsentVersions> | undefined
  async function read(): Promise<ConsentVersions> {
    const rows = await db.many<{ consent: Consent; version: number }>(
      sql`select consent, max(version) as version from identity.terms group by consent`,
    )
    const versions: ConsentVersions = { terms: 1, privacy: 1, marketing: 1, nightPush: 1 }
    for (const { consent, version } of rows) versions[consent] = version
    return versions
  }
  return {
    versions() {
      if (current) return current
      const reading = read()
      reading.catch(() => {
        if (current === reading) current = undefined
      })
      current = reading
      return reading
    },
    forget() {
      current = undefined
    },
  }
}
