import { type Actor, isAdmin, isMember } from '../../src/kernel/actor.ts'
import { forbidden } from '../../src/kernel/problems.ts'

interface Owned {
  authorId: string
}

export const abilities = (actor: Actor, note: Owned) => {
  const own = isAdmin(actor) || (isMember(actor) && note.authorId === actor.id)
  return { edit: own, delete: own }
}

export function mustOwn(actor: Actor, note: Owned): void {
  if (!abilities(actor, note).edit) throw forbidden()
}
