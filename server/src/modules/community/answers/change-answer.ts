import type { Actor } from '../../../kernel/actor.ts'
import { forbidden, notFound } from '../../../kernel/problems.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Board } from '../boards/board.ts'
import type { Community } from '../community.ts'
import { type Act, isAudited, may } from '../policy.ts'
import { seesPost } from '../posts/load-post.ts'
import type { Post } from '../posts/post.ts'
import { holdPost } from '../posts/post-store.ts'
import { locked } from '../problems.ts'
import type { Answer } from './answer.ts'
import { readAnswer, updateAnswer } from './answer-store.ts'

export interface ChangingAnswer {
  tx: Tx
  answer: Answer
  question: Post
  board: Board
}

/** The frame of every change of an answer. Its question is held first: whatever concerns a question's answers comes in turn. */
export async function changeAnswer(
  community: Community,
  actor: Actor,
  id: string,
  what: Act | ((answer: Answer, question: Post) => Act),
  change: (changing: ChangingAnswer) => Promise<Answer>,
): Promise<void> {
  const { platform, boards } = community
  const [words] = await Promise.all([platform.subjects.wordsOf(actor), boards.all()])
  const before = await readAnswer(platform.db, id)
  if (!before) throw notFound()
  await platform.db.transact(async (tx) => {
    const question = await holdPost(tx, before.questionId)
    const answer = await readAnswer(tx, id)
    const board = question && boards.known(question.boardId)
    if (!board || !answer || !seesAnswer(answer, question, board, actor, words)) throw notFound()
    const act = typeof what === 'string' ? what : what(answer, question)
    if (!may(act, actor, answer.authorId)) throw forbidden()
    if (question.locked && !may('post.lock', actor)) throw locked()
    await updateAnswer(tx, await change({ tx, answer, question, board }))
    await platform.subjects.write(tx, [id])
    if (isAudited(act, actor, answer.authorId))
      await platform.audit.write(tx, actor, { act: `community.${act}`, target: id, before: { body: answer.body } })
  })
}

export const seesAnswer = (answer: Answer, question: Post, board: Board, actor: Actor, words: string[]): boolean =>
  seesPost(question, board, actor, words) &&
  (answer.state === 'living' || (answer.state === 'hidden' && may('post.see-hidden', actor, answer.authorId)))
