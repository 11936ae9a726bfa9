import { type Actor, callerOf, isMember } from '../../kernel/actor.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Setting } from '../../platform/settings/setting.ts'
import { searchTooMany } from './problems.ts'

/** Counts one call of a limited kind. Refuses `search-too-many`; a guest's address has half of a member's. */
export function takeTurn({ limits, settings }: Platform, setting: Setting, actor: Actor): void {
  const most = settings.get(setting) as number
  if (most === 0 || actor.kind === 'system') return
  const own = isMember(actor) ? most : Math.ceil(most / 2)
  try {
    limits.take(`${setting.key} ${callerOf(actor)}`, own, 60)
  } catch (refused) {
    if (refused instanceof Problem) throw searchTooMany(refused.extras)
    throw refused
  }
}
