import type { Actor } from '../../src/kernel/actor.ts'
import { notFound } from '../../src/kernel/problems.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { noteDeleted } from './events.ts'
import { lockNote, markNoteDeleted } from './note-store.ts'
import { mustOwn } from './policy.ts'

export async function deleteNote(platform: Platform, actor: Actor, id: string) {
  await platform.db.transact(async (tx) => {
    const note = await lockNote(tx, id)
    if (!note) throw notFound()
    mustOwn(actor, note)
    await markNoteDeleted(tx, id, platform.clock.now())
    await platform.subjects.write(tx, [id])
    tx.publish(noteDeleted, id, { authorId: note.authorId })
  })
}
