import type { Static } from 'typebox'
import { decodeTime } from 'ulid'
import { type Actor, isModerator } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/problems.ts'
import type { Board } from '../boards/board.ts'
import type { Community } from '../community.ts'
import { postPublished } from '../events.ts'
import { mayOn, seesBoard } from '../policy.ts'
import { boardClosed } from '../problems.ts'
import { checkArchiveOf } from './archive-question.ts'
import { firstStatus, type Post, type PostState } from './post.ts'
import { mergeDetails } from './post-details.ts'
import type { NewPost } from './post-schemas.ts'
import { insertPost } from './post-store.ts'
import { checkedCategory, checkedFiles, checkedTags, ownFiles, textsOf } from './post-text.ts'
import { takeTurn } from './slow-mode.ts'

const newMemberMs = 24 * 3600_000

// an id carries when it was given: that is when the member joined
const joinedAt = (memberId: string) => decodeTime(memberId.slice(4).toUpperCase())

/** Whether what this actor writes here waits for a moderator. */
export function isHeldBack({ settings: { approval } }: Board, actor: Actor, now: Date): boolean {
  const isNew = () => now.getTime() - joinedAt(actor.id) < newMemberMs
  return !isModerator(actor) && (approval === 'all' || (approval === 'new-members' && isNew()))
}

function firstState(board: Board, actor: Actor, showFrom: string | undefined, now: Date): PostState {
  if (isHeldBack(board, actor, now)) return 'pending'
  return showFrom && new Date(showFrom) > now ? 'scheduled' : 'living'
}

/** Puts a post on a board; answers its id. It waits for a moderator where the board asks for approval. */
export async function publishPost(
  community: Community,
  actor: Actor,
  slug: string,
  input: Static<typeof NewPost>,
): Promise<string> {
  const { platform, boards, files } = community
  const board = await boards.find(slug)
  const words = await platform.subjects.wordsOf(actor)
  if (!seesBoard(board, words)) throw notFound()
  if (!mayOn(board, 'writers', actor, words)) throw boardClosed()

  const { title, body, categoryId = null, tags = [], attachments = [], archiveOf, ...given } = input
  const now = platform.clock.now()
  const details = mergeDetails(board.kind, {}, given, now)
  const texts = textsOf(title, body, details)
  await platform.guards.mayWrite(actor, texts)
  if (archiveOf) await checkArchiveOf(community, actor, board, archiveOf)
  const text = texts.join('\n\n')
  const state = firstState(board, actor, details.notice?.showFrom, now)
  const post: Post = {
    id: platform.ids.next('pst'),
    boardId: board.id,
    kind: board.kind,
    authorId: actor.id || null,
    state,
    listed: true,
    title,
    body,
    ...checkedCategory(board, categoryId),
    tags: checkedTags(tags, text),
    ...checkedFiles({ attachments, text }, await ownFiles(files, actor, attachments, text)),
    status: firstStatus(board),
    pinned: false,
    locked: false,
    acceptedAnswerId: null,
    answers: 0,
    humanAnswers: 0,
    details,
    notes: [],
    archiveOf: archiveOf ?? null,
    version: 1,
    createdAt: now,
    publishedAt: state === 'living' ? now : null,
    revisedAt: now,
    revisedBy: actor.id || null,
    editedAt: null,
    openedAt: now,
    activeAt: now,
    activeBy: actor.id || null,
    deletedAt: null,
    deletedBy: null,
  }
  await platform.db.transact(async (tx) => {
    await takeTurn(tx, board, actor, now)
    await insertPost(tx, post)
    await platform.subjects.write(tx, [post.id])
    if (state === 'living') tx.publish(postPublished, post.id, publishedFacts(post))
  })
  return post.id
}

export const publishedFacts = ({ boardId, authorId, kind, tags, archiveOf }: Post) => ({
  boardId,
  authorId,
  kind,
  tags,
  ...(archiveOf ? { archiveOf } : {}),
})
