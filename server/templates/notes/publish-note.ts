import type { Actor } from '../../src/kernel/actor.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { notePublished } from './events.ts'
import { insertNote } from './note-store.ts'

export interface NoteInput {
  title: string
  body: string
}

export async function publishNote(platform: Platform, actor: Actor, input: NoteInput): Promise<string> {
  await platform.guards.mayWrite(actor, [input.title, input.body])
  const id = platform.ids.next('nte')
  await platform.db.transact(async (tx) => {
    await insertNote(tx, { id, authorId: actor.id, ...input, createdAt: platform.clock.now() })
    await platform.subjects.write(tx, [id])
    tx.publish(notePublished, id, { authorId: actor.id })
  })
  return id
}
