import type { Actor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/problems.ts'
import type { Board } from '../boards/board.ts'
import type { Community } from '../community.ts'
import { may, seesBoard } from '../policy.ts'
import type { Post } from './post.ts'
import type { PostRow } from './post-rows.ts'

export interface LoadedPost {
  post: PostRow
  board: Board
  words: string[]
}

/** Whether the actor may see the post: its board decides, and what is held back is for its author and moderators. */
export const seesPost = (
  post: Pick<Post, 'state' | 'authorId'>,
  board: Board,
  actor: Actor,
  words: string[],
): boolean => {
  if (post.state === 'deleted' || post.state === 'erased' || !seesBoard(board, words)) return false
  return post.state === 'living' || may('post.see-hidden', actor, post.authorId)
}

/** The post for a reader. 404 where it is not there or the actor may not know. */
export async function loadPost({ platform, boards, posts }: Community, actor: Actor, id: string): Promise<LoadedPost> {
  const [post, words] = await Promise.all([posts.find(id), platform.subjects.wordsOf(actor)])
  if (!post) throw notFound()
  const board = await boards.find(post.boardId)
  if (!seesPost(post, board, actor, words)) throw notFound()
  return { post, board, words }
}
