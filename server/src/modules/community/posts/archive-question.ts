import type { Actor } from '../../../kernel/actor.ts'
import { cut } from '../../../kernel/text.ts'
import { readAnswer } from '../answers/answer-store.ts'
import type { Board } from '../boards/board.ts'
import type { Community } from '../community.ts'
import { mayOn, seesBoard } from '../policy.ts'
import { notAQuestion } from '../problems.ts'
import { loadPost } from './load-post.ts'

/** A question may be written into the archive when it is resolved and its reader sees it. */
export async function checkArchiveOf(
  community: Community,
  actor: Actor,
  board: Board,
  questionId: string,
): Promise<void> {
  const { post } = await loadPost(community, actor, questionId)
  if (board.kind !== 'archive' || post.kind !== 'question' || post.status !== 'RESOLVED')
    throw notAQuestion({ errors: [{ at: '/archiveOf', code: 'not-allowed' }] })
}

/** A prefilled archive entry of a resolved question: the accepted answer is the fix. */
export async function draftArchive(community: Community, actor: Actor, questionId: string) {
  const { platform, boards } = community
  const { post, words } = await loadPost(community, actor, questionId)
  if (post.kind !== 'question' || post.status !== 'RESOLVED') throw notAQuestion()
  const all = await boards.all()
  const open = all.filter(
    (board) => board.kind === 'archive' && seesBoard(board, words) && mayOn(board, 'writers', actor, words),
  )
  const accepted = post.acceptedAnswerId ? await readAnswer(platform.db, post.acceptedAnswerId) : undefined
  return {
    boards: open.map(({ slug }) => slug),
    title: post.title,
    body: post.body,
    tags: post.tags,
    archiveOf: post.id,
    archive: { fix: accepted ? cut(accepted.body, 4999) : '' },
  }
}
