import type { Actor } from '../../../kernel/actor.ts'
import type { Community } from '../community.ts'
import { answerDeleted } from '../events.ts'
import { may } from '../policy.ts'
import { countAnswers } from '../posts/post-store.ts'
import { answerAccepted } from '../problems.ts'
import { changeAnswer } from './change-answer.ts'
import { withdraw } from './withdraw-acceptance.ts'

/** Takes an answer away. An accepted one only a moderator may, and the question is open again. For 30 days it can come back. */
export async function deleteAnswer(community: Community, actor: Actor, id: string): Promise<void> {
  const { platform } = community
  await changeAnswer(community, actor, id, 'answer.delete', async ({ tx, answer, question }) => {
    const isAccepted = question.acceptedAnswerId === id
    if (isAccepted && !may('post.withdraw-acceptance', actor)) throw answerAccepted()
    if (isAccepted) await withdraw(platform, tx, question, answer)
    const { authorId, byAssistant, questionId: postId } = answer
    await countAnswers(tx, postId, { answers: -1, humanAnswers: byAssistant ? 0 : -1 })
    tx.publish(answerDeleted, id, { postId, boardId: question.boardId, authorId, byAssistant })
    const deletedAt = platform.clock.now()
    return { ...answer, state: 'deleted', wasAccepted: isAccepted, deletedAt, deletedBy: actor.id }
  })
}
