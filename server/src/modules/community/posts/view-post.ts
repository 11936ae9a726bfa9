import { type Actor, isMember } from '../../../kernel/actor.ts'
import type { SubjectCounts } from '../../../platform/subjects/subject-hook.ts'
import type { FileFacts } from '../../files/index.ts'
import type { MemberCard } from '../../identity/index.ts'
import type { OwnResponse } from '../../interactions/index.ts'
import { type Board, pathOf } from '../boards/board.ts'
import { boardLabel, categoryView } from '../boards/board-views.ts'
import type { Community } from '../community.ts'
import { editOf, isOwn, may, mayOn, seesBoard } from '../policy.ts'
import { hasAcknowledged } from './acknowledge.ts'
import { type LoadedPost, loadPost } from './load-post.ts'
import { isEditWindowOver, mayStep, type Post, type PostStatus, postLink } from './post.ts'
import type { LinkedRow } from './post-rows.ts'
import type { PostView } from './post-views.ts'

export const noResponse: OwnResponse = { reaction: null, bookmarked: false }

const steps: PostStatus[] = ['UNSOLVED', 'RESOLVED', 'SOLVED', 'OPEN', 'CLOSED']

/** What the caller may do with this post now: buttons are drawn from it, and the use cases decide anew. */
function abilities(actor: Actor, { post, board, words }: LoadedPost, now: Date): PostView['can'] {
  const isMine = isOwn(actor, post)
  const isQuestion = post.kind === 'question'
  const isAnswered = isQuestion && post.humanAnswers > 0 && isMine
  const isLate = isMine && isEditWindowOver(post.createdAt, now, board.settings.editWindowMin)
  const isOpen = post.state === 'living' && !post.locked
  const own = may('post.set-status', actor, post.authorId)
  return {
    edit: may(editOf(post, actor), actor, post.authorId) && !isAnswered && !isLate,
    delete: may('post.delete', actor, post.authorId) && !isAnswered,
    answer: isQuestion && isOpen && mayOn(board, 'answerers', actor, words),
    comment: isOpen && mayOn(board, 'commenters', actor, words),
    react: isOpen && isMember(actor) && !isMine && board.settings.reactions.length > 0,
    accept:
      isQuestion &&
      !post.acceptedAnswerId &&
      board.settings.resolve !== 'author' &&
      may('post.accept', actor, post.authorId),
    withdrawAcceptance: post.acceptedAnswerId !== null && may('post.withdraw-acceptance', actor),
    addNote: isQuestion && may('post.add-note', actor, post.authorId),
    setStatus: own ? steps.filter((to) => to !== post.status && mayStep(post, to, board)) : [],
    archive: isMember(actor) && isQuestion && post.status === 'RESOLVED',
    pin: may('post.pin', actor),
    lock: may('post.lock', actor),
    move: may('post.move', actor),
    approve: post.state === 'pending' && may('post.approve', actor),
  }
}

export type HeadingRow = SubjectCounts &
  Pick<
    Post,
    | 'id'
    | 'boardId'
    | 'kind'
    | 'authorId'
    | 'title'
    | 'categoryId'
    | 'tags'
    | 'status'
    | 'pinned'
    | 'locked'
    | 'acceptedAnswerId'
    | 'answers'
    | 'createdAt'
    | 'editedAt'
    | 'activeAt'
  >

/** What lists and the post's own page both show. */
export const headingOf = (actor: Actor, post: HeadingRow, board: Board, cards: Map<string, MemberCard>) => ({
  id: post.id,
  kind: post.kind,
  link: postLink(post.id, post.kind),
  board: boardLabel(board),
  title: post.title,
  author: cards.get(post.authorId ?? '') ?? null,
  status: post.status,
  categories: pathOf(board, post.categoryId).map(categoryView),
  tags: post.tags,
  pinned: post.pinned,
  locked: post.locked,
  acceptedAnswerId: post.acceptedAnswerId,
  answers: post.answers,
  comments: post.comments,
  likes: post.likes,
  dislikes: post.dislikes,
  views: post.views,
  bookmarks: isOwn(actor, post) ? post.bookmarks : null,
  createdAt: post.createdAt,
  editedAt: post.editedAt,
  activeAt: post.activeAt,
})

/** The whole post as this caller sees it. */
export async function viewPost(community: Community, actor: Actor, id: string) {
  const { platform, identity, interactions } = community
  const [loaded, own] = await Promise.all([loadPost(community, actor, id), interactions.own(actor, [id])])
  const { post, board } = loaded
  const [cards, mentions, attachments, acknowledged, boards] = await Promise.all([
    identity.cards([post.authorId]),
    interactions.mentions(post.body.includes('@') ? [id] : []),
    attachmentsOf(community, post.attachments),
    post.details.notice?.mustAcknowledge ? hasAcknowledged(community, actor, id) : false,
    community.boards.all(),
  ])
  const linked = (row: LinkedRow | null) => {
    const place = boards.find((one) => one.id === row?.boardId)
    if (!row || !place || !seesBoard(place, loaded.words)) return null
    return { id: row.id, title: row.title, link: postLink(row.id, place.kind) }
  }
  return {
    ...headingOf(actor, post, board, cards),
    body: post.body,
    mentions: mentions.get(id) ?? [],
    state: post.state,
    attachments,
    archive: post.kind === 'archive' ? (post.details.archive ?? {}) : null,
    notice: post.kind === 'notice' ? (post.details.notice ?? {}) : null,
    recruitment: post.kind === 'recruitment' ? (post.details.recruitment ?? {}) : null,
    notes: post.notes,
    archiveOf: linked(post.source),
    archivedAs: linked(post.archived),
    acknowledged,
    version: post.version,
    reactions: board.settings.reactions,
    commentDepth: board.settings.commentDepth,
    own: own.get(id) ?? noResponse,
    can: abilities(actor, loaded, platform.clock.now()),
  }
}

async function attachmentsOf({ files }: Community, ids: string[]) {
  if (!ids.length) return []
  const found = await files.find(ids)
  return ids
    .map((id) => found.get(id))
    .filter((file): file is FileFacts => file?.state === 'ready')
    .map(({ id, sha256, name, type, sizeBytes }) => ({
      id,
      name,
      type,
      sizeBytes,
      url: files.urlOf({ id, sha256 }, 'original'),
    }))
}
