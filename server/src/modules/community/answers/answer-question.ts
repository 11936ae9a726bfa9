import type { Actor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/problems.ts'
import type { Community } from '../community.ts'
import { answerPublished, questionReopened } from '../events.ts'
import { mayOn } from '../policy.ts'
import { seesPost } from '../posts/load-post.ts'
import { countAnswers, holdPost } from '../posts/post-store.ts'
import { checkedFiles, ownFiles } from '../posts/post-text.ts'
import { writePost } from '../posts/write-post.ts'
import { boardClosed, locked, notAQuestion } from '../problems.ts'
import type { Answer } from './answer.ts'
import { insertAnswer } from './answer-store.ts'

/** A member's answer; answers its id. An ended question is open again. */
export const answerQuestion = (community: Community, actor: Actor, questionId: string, body: string): Promise<string> =>
  write(community, actor, questionId, body, false)

/** The assistant's answer: nobody's own, and it neither reopens nor locks the question. */
export const answerAsAssistant = (community: Community, actor: Actor, questionId: string, body: string) =>
  write(community, actor, questionId, body, true)

async function write(community: Community, actor: Actor, questionId: string, body: string, byAssistant: boolean) {
  const { platform, boards, files } = community
  const [words] = await Promise.all([platform.subjects.wordsOf(actor), boards.all()])
  await platform.guards.mayWrite(actor, [body])
  const shown = checkedFiles({ attachments: [], text: body }, await ownFiles(files, actor, [], body))
  const now = platform.clock.now()
  const answer: Answer = {
    id: platform.ids.next('ans'),
    questionId,
    authorId: byAssistant ? null : actor.id || null,
    byAssistant,
    state: 'living',
    body,
    shownFiles: shown.shownFiles,
    version: 1,
    wasAccepted: false,
    createdAt: now,
    revisedAt: now,
    revisedBy: actor.id || null,
    editedAt: null,
    deletedAt: null,
    deletedBy: null,
  }
  await platform.db.transact(async (tx) => {
    const post = await holdPost(tx, questionId)
    const board = post && boards.known(post.boardId)
    if (!board || !seesPost(post, board, actor, words)) throw notFound()
    if (post.kind !== 'question' || post.state !== 'living') throw notAQuestion()
    if (!mayOn(board, 'answerers', actor, words)) throw boardClosed()
    if (post.locked) throw locked()
    const { boardId, authorId: askerId } = post
    const isReopened = post.status === 'ENDED' && !byAssistant
    if (isReopened) {
      await writePost(platform, tx, post, { ...post, status: 'UNSOLVED', listed: true, openedAt: now })
      tx.publish(questionReopened, questionId, { boardId, authorId: askerId })
    }
    await insertAnswer(tx, answer)
    const active = { at: now, by: answer.authorId }
    await countAnswers(tx, questionId, { answers: 1, humanAnswers: byAssistant ? 0 : 1, active })
    await platform.subjects.write(tx, [answer.id])
    const { id, authorId } = answer
    tx.publish(answerPublished, id, { postId: questionId, boardId, authorId, byAssistant, askerId })
  })
  return answer.id
}
