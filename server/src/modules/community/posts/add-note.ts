import type { Actor } from '../../../kernel/actor.ts'
import type { Community } from '../community.ts'
import { notAQuestion, notesFull } from '../problems.ts'
import { changePost, tellChanged } from './change-post.ts'

const mostNotes = 20

/** What an asker adds below a question that may no longer be changed. */
export async function addNote(community: Community, actor: Actor, id: string, body: string): Promise<void> {
  const { platform } = community
  await platform.guards.mayWrite(actor, [body])
  await changePost(community, actor, id, 'post.add-note', async ({ tx, post }) => {
    if (post.kind !== 'question') throw notAQuestion()
    if (post.notes.length >= mostNotes) throw notesFull()
    const now = platform.clock.now()
    tellChanged(tx, post, 'note')
    return { ...post, notes: [...post.notes, { body, at: now.toISOString() }], activeAt: now, activeBy: actor.id }
  })
}
