import type { Actor } from '../../../kernel/actor.ts'
import { forbidden, notFound } from '../../../kernel/problems.ts'
import type { Platform } from '../../../platform/platform.ts'
import { commentAdded } from '../events.ts'
import { kindOff, parentElsewhere, subjectLocked } from '../problems.ts'
import { isCommenter, type Rules, rulesOf } from '../response-rules.ts'
import { checkQuote, type Quote } from './check-quote.ts'
import { recordOf } from './comment-kind.ts'
import { ancestorsOf, type Comment, findComment, insertComment, lockThread } from './comment-store.ts'

export interface NewComment {
  body: string
  /** The comment that it answers. */
  parentId?: string
  quote?: Quote
}

/** Adds a comment below a subject, or below one of its comments as deep as the subject's board allows. */
export async function addComment(
  platform: Platform,
  actor: Actor,
  subjectId: string,
  { body, parentId, quote }: NewComment,
): Promise<{ comment: Comment; rules: Rules }> {
  const { db, clock, ids } = platform
  const [subject, answered] = await Promise.all([
    platform.subjects.find(subjectId, actor),
    parentId ? findComment(db, parentId) : undefined,
  ])
  const rules = await rulesOf(platform, subject)
  if (!rules.commentDepth) throw kindOff()
  if (!(await isCommenter(platform, actor, rules))) throw forbidden()
  if (subject.locked) throw subjectLocked()
  if (parentId && (!answered || answered.deletedAt)) throw notFound()
  if (answered && answered.subjectId !== subject.id) throw parentElsewhere()
  if (quote) await checkQuote(platform, actor, quote)
  await platform.guards.mayWrite(actor, [body])

  const now = clock.now()
  const id = ids.next('cmt')
  const above = answered ? [...ancestorsOf(answered), answered.id].slice(0, rules.commentDepth - 1) : []
  const path = [...above, id]
  const comment: Comment = {
    id,
    subjectId: subject.id,
    rootId: path[0] ?? id,
    parentId: above.at(-1) ?? null,
    answersId: answered?.id ?? null,
    path: path.join('.'),
    depth: path.length,
    authorId: actor.id,
    body,
    quoteOf: quote?.of ?? null,
    quote: quote?.text ?? null,
    replies: 0,
    version: 1,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  }
  await db.transact(async (tx) => {
    if (above.length) await lockThread(tx, comment.rootId)
    // sent together: none waits for another's answer
    const [stored, { comments, state, locked }] = await Promise.all([
      insertComment(tx, comment),
      platform.subjects.count(tx, subject.id, { comments: 1 }),
      platform.subjects.write(tx, [id], [recordOf(comment)]),
    ])
    if (!stored || state !== subject.state) throw notFound()
    if (locked) throw subjectLocked()
    tx.publish(commentAdded, id, {
      authorId: actor.id,
      subjectId: subject.id,
      subjectAuthorId: subject.authorId,
      containerId: subject.containerId,
      answersId: answered?.id ?? null,
      answersAuthorId: answered?.authorId ?? null,
      comments,
    })
  })
  return { comment, rules }
}
