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

const anyId = /\b[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}\b/g

/** Every id that a view names, in its fields and its links of ours: what would change it. */
export function idsIn(view: unknown): string[] {
  const found = new Set<string>()
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      if (prefixOf(value)) found.add(value)
      else if (value.startsWith('/')) for (const id of value.match(anyId) ?? []) found.add(id)
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look)
  }
  look(view)
  return [...found]
}
