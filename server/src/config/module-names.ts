import { isOneEdit } from './one-edit.ts'
import { type Parser, Unfit } from './parsers.ts'

/** Modules that no instance is without. */
export const alwaysOn = [
  'identity',
  'files',
  'interactions',
  'activity',
  'moderation',
  'points',
  'search',
  'assistant',
  'chat',
  'notifications',
  'map',
  'ops',
] as const

const known: readonly string[] = [
  ...alwaysOn,
  'community',
  'wiki',
  'groups',
  'learning',
  'commerce',
  'careers',
  'mentoring',
  'running',
  'races',
  'market',
  'pets',
]

/** One of ours, or a third party's package: `@scope/name`. */
export const moduleName: Parser<string> = (text) => {
  if (known.includes(text) || /^@[a-z0-9._-]{1,100}\/[a-z0-9][a-z0-9._-]{0,100}$/.test(text)) return text
  const meant = known.find((name) => isOneEdit(name, text))
  const hint = meant === undefined ? '' : `; did you mean ${meant}?`
  throw new Unfit(`must be modules (${known.join(', ')}) or packages (@scope/name)${hint}`)
}
