import type { Actor } from '../../src/kernel/actor.ts'
import { notFound, versionStale } from '../../src/kernel/problems.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { noteEdited } from './events.ts'
import { lockNote, updateNote } from './note-store.ts'
import { mustOwn } from './policy.ts'
import type { NoteInput } from './publish-note.ts'

export async function editNote(platform: Platform, actor: Actor, id: string, version: number, input: NoteInput) {
  await platform.guards.mayWrite(actor, [input.title, input.body])
  await platform.db.transact(async (tx) => {
    const note = await lockNote(tx, id)
    if (!note) throw notFound()
    mustOwn(actor, note)
    if (note.version !== version) throw versionStale()
    await updateNote(tx, id, { ...input, updatedAt: platform.clock.now() })
    await platform.subjects.write(tx, [id])
    tx.publish(noteEdited, id, { authorId: note.authorId })
  })
}
