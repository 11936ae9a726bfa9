import { lineOf } from './networks.ts'
import type { Locale } from './problem.ts'

export type Role = 'admin' | 'moderator' | 'tutor' | 'mentor' | 'host'

/** Whoever asks. It comes from the session, never from the body of a request. */
export interface Actor {
  readonly kind: 'guest' | 'member' | 'system'
  /** The member's id; empty for a guest. */
  readonly id: string
  readonly sessionId?: string
  readonly roles: readonly Role[]
  /** When the session last proved a credential; the ground of a *fresh* act. */
  readonly provedAt?: Date
  /** A raised version of the terms waits for an answer: until then the member only reads. */
  readonly owesConsent?: boolean
  readonly locale: Locale
  /** Network address of the caller, for limits; empty for the system. */
  readonly address: string
}

export const guest = (locale: Locale = 'ko', address = ''): Actor => ({
  kind: 'guest',
  id: '',
  roles: [],
  locale,
  address,
})

/** What the program does by itself: jobs, imports, handlers. */
export const system: Actor = { kind: 'system', id: '', roles: ['admin'], locale: 'ko', address: '' }

export const isAdmin = (actor: Actor): boolean => actor.roles.includes('admin')
/** A moderator of the instance; admins may all that moderators may. */
export const isModerator = (actor: Actor): boolean => isAdmin(actor) || actor.roles.includes('moderator')
export const isMember = (actor: Actor): boolean => actor.kind === 'member'
/** Under what an actor's acts are counted: a member wherever they are, a guest by the line that they come over. */
export const callerOf = ({ id, address }: Pick<Actor, 'id' | 'address'>): string => id || lineOf(address)
