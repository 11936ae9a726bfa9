import type { Actor } from '../../../kernel/actor.ts'
import type { ProblemType } from '../../../kernel/problem.ts'
import { forbidden, notFound } from '../../../kernel/problems.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Board } from '../boards/board.ts'
import type { Community } from '../community.ts'
import { postChanged } from '../events.ts'
import { type Act, isAudited, may } from '../policy.ts'
import { notAsker } from '../problems.ts'
import { seesPost } from './load-post.ts'
import type { Post } from './post.ts'
import { holdPost } from './post-store.ts'
import { writePost } from './write-post.ts'

export interface ChangingPost {
  tx: Tx
  post: Post
  board: Board
  words: string[]
}

const refusals: Partial<Record<Act, ProblemType>> = { 'post.accept': notAsker }

/**
 * The frame of every change of one post: it is held, seen (else 404), allowed (else 403), changed, written, told to the
 * platform, and audited where it is another's. `change` answers the post as it shall be, or undefined to leave it.
 */
export async function changePost(
  community: Community,
  actor: Actor,
  id: string,
  what: Act | ((post: Post) => Act),
  change: (changing: ChangingPost) => Promise<Post | undefined>,
): Promise<void> {
  const { platform, boards } = community
  const [words] = await Promise.all([platform.subjects.wordsOf(actor), boards.all()])
  await platform.db.transact(async (tx) => {
    const post = await holdPost(tx, id)
    const board = post && boards.known(post.boardId)
    if (!board) throw notFound()
    if (!seesPost(post, board, actor, words)) throw notFound()
    const act = typeof what === 'string' ? what : what(post)
    if (!may(act, actor, post.authorId)) throw (refusals[act] ?? forbidden)()
    const changed = await change({ tx, post, board, words })
    if (!changed) return
    await writePost(platform, tx, post, changed)
    if (isAudited(act, actor, post.authorId))
      await platform.audit.write(tx, actor, { act: `community.${act}`, target: id, ...differenceOf(post, changed) })
  })
}

/** Tells that what a reader sees of the post differs, though not its text. */
export function tellChanged(
  tx: Tx,
  { id, boardId, authorId, status }: Pick<Post, 'id' | 'boardId' | 'authorId' | 'status'>,
  what: string,
): void {
  tx.publish(postChanged, id, { boardId, authorId, what, status })
}

/** The fields that differ, before and after: what an audit row tells. */
function differenceOf(before: Post, after: Post) {
  const names = (Object.keys(after) as (keyof Post)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
  const pick = (post: Post) => Object.fromEntries(names.map((name) => [name, post[name]]))
  return { before: pick(before), after: pick(after) }
}
