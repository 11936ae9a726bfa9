import type { Queryable } from '../../platform/database.ts'
import { emailKey } from './members/email.ts'
import { tally } from './tally.ts'

/** Letters that anybody can cause: one a minute and five a day to one address and for one purpose. */
export const mayMail = (db: Queryable, purpose: string, email: string, now: Date): Promise<boolean> =>
  tally(db, { key: `mail:${purpose}:${emailKey(email)}`, max: 5, windowS: 86_400, gapS: 60 }, now)
