import type { Actor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/problems.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Community } from '../community.ts'
import { acceptanceWithdrawn } from '../events.ts'
import { changePost } from '../posts/change-post.ts'
import type { Post } from '../posts/post.ts'
import { writePost } from '../posts/write-post.ts'
import type { Answer } from './answer.ts'
import { readAnswer } from './answer-store.ts'

const opened = (question: Post): Post => ({ ...question, acceptedAnswerId: null, status: 'UNSOLVED', listed: true })

function tell(tx: Tx, { id, boardId, authorId: askerId }: Post, answer: Answer): void {
  const { id: answerId, authorId, byAssistant } = answer
  tx.publish(acceptanceWithdrawn, id, { answerId, boardId, askerId, authorId, byAssistant })
}

/** Within the change of an answer that is going. */
export async function withdraw(platform: Platform, tx: Tx, question: Post, answer: Answer): Promise<void> {
  await writePost(platform, tx, question, opened(question))
  tell(tx, question, answer)
}

/** A moderator takes back an acceptance: the question is open again. 404 where nothing was accepted. */
export async function withdrawAcceptance(community: Community, actor: Actor, questionId: string): Promise<void> {
  await changePost(community, actor, questionId, 'post.withdraw-acceptance', async ({ tx, post }) => {
    const answer = post.acceptedAnswerId ? await readAnswer(tx, post.acceptedAnswerId) : undefined
    if (!answer) throw notFound()
    tell(tx, post, answer)
    return opened(post)
  })
}
