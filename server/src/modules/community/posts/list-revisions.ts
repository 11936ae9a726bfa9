import type { Actor } from '../../../kernel/actor.ts'
import { prefixOf } from '../../../kernel/id.ts'
import { decodeCursor, pageOf } from '../../../kernel/page.ts'
import { cursorInvalid, notFound } from '../../../kernel/problems.ts'
import { loadAnswer } from '../answers/load-answer.ts'
import type { Community } from '../community.ts'
import { loadPost } from './load-post.ts'
import { type Revision, readRevision, readRevisions } from './revision-store.ts'

/** What a post or answer says now, as its newest revision. */
async function presentOf(community: Community, actor: Actor, id: string): Promise<Revision> {
  if (prefixOf(id) === 'ans') {
    const { answer } = await loadAnswer(community, actor, id)
    const { version: n, revisedBy: editorId, revisedAt: writtenAt, body } = answer
    return { n, editorId, writtenAt, title: '', body, tags: [], details: {} }
  }
  const { post } = await loadPost(community, actor, id)
  const { version: n, revisedBy: editorId, revisedAt: writtenAt, title, body, tags, details } = post
  return { n, editorId, writtenAt, title, body, tags, details }
}

async function editorsOf({ identity }: Community, revisions: Revision[]) {
  const cards = await identity.cards(revisions.map(({ editorId }) => editorId))
  return ({ n, editorId, writtenAt, title }: Revision) => ({
    n,
    editor: cards.get(editorId ?? '') ?? null,
    at: writtenAt,
    title,
  })
}

/** Newest first, the present text included. */
export async function listRevisions(
  community: Community,
  actor: Actor,
  id: string,
  { limit = 20, after }: { limit?: number; after?: string },
) {
  const present = await presentOf(community, actor, id)
  const [before = present.n + 1] = decodeCursor(after, 1) ?? []
  if (!Number.isSafeInteger(before)) throw cursorInvalid()
  const older = await readRevisions(community.platform.db, id, Math.min(Number(before), present.n), limit + 1)
  const rows = Number(before) > present.n ? [present, ...older] : older
  const page = pageOf(rows, limit, ({ n }) => [n])
  return { ...page, items: page.items.map(await editorsOf(community, page.items)) }
}

/** One revision with its text: a difference is made between any two. */
export async function getRevision(community: Community, actor: Actor, id: string, n: number) {
  const present = await presentOf(community, actor, id)
  const revision = n === present.n ? present : await readRevision(community.platform.db, id, n)
  if (!revision) throw notFound()
  const { body, tags, details } = revision
  const head = await editorsOf(community, [revision])
  return { ...head(revision), body, tags, archive: details.archive ?? null }
}
