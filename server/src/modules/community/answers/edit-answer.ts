import type { Actor } from '../../../kernel/actor.ts'
import { versionStale } from '../../../kernel/problems.ts'
import type { Community } from '../community.ts'
import { answerEdited } from '../events.ts'
import { editOfAnswer } from '../policy.ts'
import { isEditWindowOver, type Post, toldAsEdited } from '../posts/post.ts'
import { checkedFiles, ownFiles } from '../posts/post-text.ts'
import { keepRevision } from '../posts/revision-store.ts'
import { answerAccepted, editWindowOver } from '../problems.ts'
import type { Answer } from './answer.ts'
import { changeAnswer } from './change-answer.ts'

/** Changes an answer as its author sees it at `version`; the accepted one stays as it was accepted. */
export async function editAnswer(
  community: Community,
  actor: Actor,
  id: string,
  version: number,
  body: string,
): Promise<void> {
  const { platform, files } = community
  await platform.guards.mayWrite(actor, [body])
  const own = await ownFiles(files, actor, [], body)
  const now = platform.clock.now()
  const act = (answer: Answer, question: Post) => editOfAnswer(answer, question.acceptedAnswerId === id, actor)
  await changeAnswer(community, actor, id, act, async ({ tx, answer, question, board }) => {
    const isOwn = actor.id === answer.authorId
    if (isOwn && question.acceptedAnswerId === id) throw answerAccepted()
    if (isOwn && isEditWindowOver(answer.createdAt, now, board.settings.editWindowMin)) throw editWindowOver()
    if (answer.version !== version) throw versionStale()
    await keepRevision(tx, answer)
    const { authorId, byAssistant, questionId: postId } = answer
    tx.publish(answerEdited, id, { postId, boardId: board.id, authorId, byAssistant, version: version + 1 })
    return {
      ...answer,
      body,
      shownFiles: checkedFiles({ attachments: [], text: body }, own, answer.shownFiles).shownFiles,
      version: version + 1,
      revisedAt: now,
      revisedBy: actor.id || null,
      editedAt: toldAsEdited(answer.createdAt, now) ? now : answer.editedAt,
    }
  })
}
