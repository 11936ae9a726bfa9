import { createHmac } from 'node:crypto'
import { type Actor, callerOf } from '../../../kernel/actor.ts'

const machine =
  /bot|crawl|spider|slurp|preview|scan|fetch|monitor|headless|lighthouse|curl|wget|python|java\/|go-http|okhttp|axios|node/i

// thousands wait to be counted, in memory
const longestUserAgent = 300

/** Programs that read pages without a reader. */
export const isMachine = (userAgent: string): boolean => userAgent === '' || machine.test(userAgent)

/** Who looked: a member wherever they are, a guest by address and browser. Never stored as it is. */
export const viewerOf = (actor: Actor, userAgent: string): string =>
  actor.kind === 'member' ? actor.id : `${callerOf(actor)} ${userAgent.slice(0, longestUserAgent)}`

/** Without the day's salt nothing leads back to the viewer; the salt goes when the day is over. */
export const hashOf = (salt: Buffer, viewer: string): Buffer =>
  createHmac('sha256', salt).update(viewer).digest().subarray(0, 16)

/** The instance's day, `2026-11-21`. */
export const dayOf = (now: Date, timezone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short' }).format(now)
