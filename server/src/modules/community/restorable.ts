import type { Actor } from '../../kernel/actor.ts'
import { forbidden } from '../../kernel/problems.ts'
import { type Act, may } from './policy.ts'
import { restoreOver } from './problems.ts'

const restorableMs = 30 * 24 * 3600_000

interface Deleted {
  state: string
  authorId: string | null
  deletedAt: Date | null
  deletedBy: string | null
}

/** Refuses what is not deleted, was deleted too long ago, or was taken away by a moderator when the actor is none. */
export function refuseUnrestorable(what: Deleted, act: Act, actor: Actor, now: Date): void {
  if (what.state !== 'deleted' || !what.deletedAt) throw restoreOver()
  if (what.deletedBy !== what.authorId && !may(act, actor)) throw forbidden()
  if (now.getTime() - what.deletedAt.getTime() > restorableMs) throw restoreOver()
}
