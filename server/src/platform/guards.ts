import type { Actor } from '../kernel/actor.ts'

/** What the platform asks of one module on behalf of all: filled once, by the module that owns the answer. */
export interface Guards {
  /** The actor of an access token. Refuses an expired, revoked or foreign one. */
  authenticate(token: string, call: { address: string; locale: Actor['locale'] }): Promise<Actor>
  /** Audience words of an actor beyond public, members, member:<id> and role:<name> (groups, enrolments). */
  audiencesOf(actor: Actor): Promise<string[]>
  /** Refuses what the actor may not write now (suspended, watched words, new member's limits). */
  mayWrite(actor: Actor, texts: string[]): Promise<void>
}
