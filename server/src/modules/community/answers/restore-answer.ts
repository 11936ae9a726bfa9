import type { Actor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/problems.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Board } from '../boards/board.ts'
import type { Community } from '../community.ts'
import { answerAccepted, answerRestored } from '../events.ts'
import { isAudited, may } from '../policy.ts'
import { seesPost } from '../posts/load-post.ts'
import type { Post } from '../posts/post.ts'
import { countAnswers, holdPost } from '../posts/post-store.ts'
import { writePost } from '../posts/write-post.ts'
import { locked } from '../problems.ts'
import { refuseUnrestorable } from '../restorable.ts'
import type { Answer } from './answer.ts'
import { readAnswer, updateAnswer } from './answer-store.ts'

/** Brings back what its author deleted; what a moderator took away only a moderator brings back. */
export async function restoreAnswer(community: Community, actor: Actor, id: string): Promise<void> {
  const { platform, boards } = community
  const [words] = await Promise.all([platform.subjects.wordsOf(actor), boards.all()])
  const before = await readAnswer(platform.db, id)
  if (!before) throw notFound()
  await platform.db.transact(async (tx) => {
    const question = await holdPost(tx, before.questionId)
    const answer = await readAnswer(tx, id)
    const board = question && boards.known(question.boardId)
    if (!board || !answer || !seesPost(question, board, actor, words)) throw notFound()
    if (!may('answer.restore', actor, answer.authorId)) throw notFound()
    refuseUnrestorable(answer, 'answer.restore', actor, platform.clock.now())
    if (question.locked && !may('post.lock', actor)) throw locked()
    await updateAnswer(tx, { ...answer, state: 'living', wasAccepted: false, deletedAt: null, deletedBy: null })
    await acceptAgain(community, tx, question, answer, board)
    const { authorId, byAssistant, questionId: postId } = answer
    await countAnswers(tx, postId, { answers: 1, humanAnswers: byAssistant ? 0 : 1 })
    await platform.subjects.write(tx, [id])
    if (isAudited('answer.restore', actor, authorId))
      await platform.audit.write(tx, actor, { act: 'community.answer.restore', target: id })
    tx.publish(answerRestored, id, { postId, boardId: question.boardId, authorId, byAssistant })
  })
}

/** The one that was accepted is so again, unless another was accepted meanwhile. */
async function acceptAgain({ platform }: Community, tx: Tx, question: Post, answer: Answer, board: Board) {
  if (!answer.wasAccepted || question.acceptedAnswerId || board.settings.resolve === 'author') return
  await writePost(platform, tx, question, {
    ...question,
    acceptedAnswerId: answer.id,
    status: 'RESOLVED',
    listed: true,
  })
  const { boardId, authorId: askerId } = question
  const { id: answerId, authorId, byAssistant } = answer
  tx.publish(answerAccepted, question.id, { answerId, boardId, askerId, authorId, byAssistant })
}
