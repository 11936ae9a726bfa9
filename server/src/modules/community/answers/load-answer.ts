import type { Actor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/problems.ts'
import type { Board } from '../boards/board.ts'
import type { Community } from '../community.ts'
import type { Post } from '../posts/post.ts'
import { readPost } from '../posts/post-store.ts'
import type { Answer } from './answer.ts'
import { readAnswer } from './answer-store.ts'
import { seesAnswer } from './change-answer.ts'

/** The answer with its question for a reader; 404 where it is not there or the actor may not know. */
export async function loadAnswer(
  { platform, boards }: Community,
  actor: Actor,
  id: string,
): Promise<{ answer: Answer; question: Post; board: Board; words: string[] }> {
  const [answer, words] = await Promise.all([readAnswer(platform.db, id), platform.subjects.wordsOf(actor)])
  const question = answer && (await readPost(platform.db, answer.questionId))
  if (!question) throw notFound()
  const board = await boards.find(question.boardId)
  if (!seesAnswer(answer, question, board, actor, words)) throw notFound()
  return { answer, question, board, words }
}
