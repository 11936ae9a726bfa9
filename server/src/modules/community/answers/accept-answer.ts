import type { Actor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/problems.ts'
import type { Community } from '../community.ts'
import { answerAccepted } from '../events.ts'
import { changePost } from '../posts/change-post.ts'
import { alreadyAccepted, notAQuestion, statusStep } from '../problems.ts'
import { readAnswer } from './answer-store.ts'

/** The asker accepts one answer, a member's or the assistant's; the question's row lets one acceptance through. */
export async function acceptAnswer(community: Community, actor: Actor, questionId: string, answerId: string) {
  await changePost(community, actor, questionId, 'post.accept', async ({ tx, post, board }) => {
    if (post.kind !== 'question') throw notAQuestion()
    if (post.acceptedAnswerId) throw alreadyAccepted()
    if (board.settings.resolve === 'author') throw statusStep()
    const answer = await readAnswer(tx, answerId)
    if (answer?.questionId !== questionId || answer.state !== 'living') throw notFound()
    const { boardId, authorId: askerId } = post
    const { authorId, byAssistant } = answer
    tx.publish(answerAccepted, questionId, { answerId, boardId, askerId, authorId, byAssistant })
    return { ...post, acceptedAnswerId: answerId, status: 'RESOLVED', listed: true }
  })
}
