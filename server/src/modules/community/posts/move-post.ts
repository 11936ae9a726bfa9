import type { Actor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/problems.ts'
import { type Board, type PostKind, pathOf } from '../boards/board.ts'
import type { Community } from '../community.ts'
import { postMoved } from '../events.ts'
import { seesBoard } from '../policy.ts'
import { kindDiffers } from '../problems.ts'
import { changePost } from './change-post.ts'
import { firstStatus, isListed, type Post } from './post.ts'

const changing = new Set<PostKind>(['discussion', 'question', 'archive'])

/** Between kinds only what both can hold moves: no acceptance, no answers outside of questions. */
function fits(post: Post, to: Board): boolean {
  if (post.kind === to.kind) return true
  const isFree = !post.acceptedAnswerId && (post.answers === 0 || to.kind === 'question')
  return changing.has(post.kind) && changing.has(to.kind) && isFree
}

/** The category of the same name on the other board, if it has one. */
function sameCategory(from: Board, to: Board, categoryId: string | null) {
  const name = pathOf(from, categoryId).at(-1)?.name.toLowerCase()
  const match = to.categories.find((category) => category.name.toLowerCase() === name)
  const [top] = pathOf(to, match?.id ?? null)
  return { categoryId: match?.id ?? null, topCategoryId: top?.id ?? null }
}

/** Puts a post on another board; id, comments, reactions and link stay (the link of another kind redirects). */
export async function movePost(community: Community, actor: Actor, id: string, slug: string): Promise<void> {
  const { platform, boards } = community
  const to = await boards.find(slug)
  await changePost(community, actor, id, 'post.move', async ({ tx, post, board: from, words }) => {
    if (!seesBoard(to, words)) throw notFound()
    if (from.id === to.id) return undefined
    if (!fits(post, to)) throw kindDiffers()
    const next: Post = {
      ...post,
      boardId: to.id,
      kind: to.kind,
      ...sameCategory(from, to, post.categoryId),
      status: post.kind === to.kind ? post.status : firstStatus(to),
      pinned: false,
    }
    const { authorId, tags, publishedAt } = post
    const facts = { boardId: to.id, authorId, fromBoardId: from.id, kind: to.kind }
    tx.publish(postMoved, id, { ...facts, tags: publishedAt ? tags : [] })
    return { ...next, listed: isListed(next, platform.clock.now()) }
  })
}
