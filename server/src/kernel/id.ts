import { monotonicFactory } from 'ulid'
import type { Clock } from './clock.ts'

/** Makes ids: a kind's three-letter prefix and a time-ordered body (ULID, lower case), `pst_01j…`. */
export interface Ids {
  next(prefix: string): string
}

export const idPattern = (prefix: string) => `^${prefix}_[0-9a-hjkmnp-tv-z]{26}$`

export function createIds(clock: Clock): Ids {
  const ulid = monotonicFactory()
  return { next: (prefix) => `${prefix}_${ulid(clock.now().getTime()).toLowerCase()}` }
}

/** The prefix of an id, or undefined when it has not the form of one. */
export const prefixOf = (id: string): string | undefined => /^([a-z]{3})_[0-9a-hjkmnp-tv-z]{26}$/.exec(id)?.[1]
