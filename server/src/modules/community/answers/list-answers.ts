import { type Actor, isMember } from '../../../kernel/actor.ts'
import { type CursorPart, decodeCursor, pageOf } from '../../../kernel/page.ts'
import { cursorInvalid } from '../../../kernel/problems.ts'
import { empty, type Sql, sql } from '../../../platform/database.ts'
import type { SubjectCounts } from '../../../platform/subjects/subject-hook.ts'
import type { Board } from '../boards/board.ts'
import type { Community } from '../community.ts'
import { editOfAnswer, isOwn, may, mayOn } from '../policy.ts'
import { loadPost } from '../posts/load-post.ts'
import { isEditWindowOver, type Post } from '../posts/post.ts'
import { noResponse } from '../posts/view-post.ts'
import { type Answer, answerLink } from './answer.ts'
import { answerColumns } from './answer-store.ts'
import { loadAnswer } from './load-answer.ts'

export const answerSorts = ['best', 'latest', 'oldest'] as const
export type AnswerSort = (typeof answerSorts)[number]

export type AnswerRow = Answer & SubjectCounts & { rank: number }

/** The accepted one first, then those that helped most; or by time. */
const ranks: Record<AnswerSort, (acceptedId: string) => Sql> = {
  best: (acceptedId) => sql`case when a.id = ${acceptedId} then 2000000000 else s.likes - s.dislikes end`,
  latest: () => sql`0`,
  oldest: () => sql`0`,
}

const counts = sql`s.likes, s.dislikes, s.comments, s.bookmarks, s.views`

function behind(sort: AnswerSort, rank: Sql, after: CursorPart[] | undefined): Sql {
  if (!after) return empty
  const [key, id] = after
  if (!Number.isSafeInteger(key) || typeof id !== 'string') throw cursorInvalid()
  if (sort === 'oldest') return sql`and a.id > ${id}`
  if (sort === 'latest') return sql`and a.id < ${id}`
  return sql`and (${rank} < ${key}::integer or (${rank} = ${key}::integer and a.id > ${id}))`
}

export async function listAnswers(
  community: Community,
  actor: Actor,
  questionId: string,
  { sort = 'best', limit = 20, after }: { sort?: AnswerSort; limit?: number; after?: string },
) {
  const { post, board, words } = await loadPost(community, actor, questionId)
  const rank = ranks[sort](post.acceptedAnswerId ?? '')
  const rows = await community.platform.db.many<AnswerRow>(sql`
    select ${answerColumns}, ${counts}, ${rank} as rank
    from community.answers a join platform.subjects s on s.id = a.id
    where a.question_id = ${questionId} and a.state = 'living' ${behind(sort, rank, decodeCursor(after, 2))}
    order by ${sort === 'best' ? sql`rank desc, a.id` : sort === 'latest' ? sql`a.id desc` : sql`a.id`}
    limit ${limit + 1}`)
  const page = pageOf(rows, limit, (row) => [row.rank, row.id])
  return { ...page, items: await viewAnswers(community, actor, { question: post, board, words }, page.items) }
}

export async function viewAnswer(community: Community, actor: Actor, id: string) {
  const { answer, ...place } = await loadAnswer(community, actor, id)
  const counted = await community.platform.db.one<SubjectCounts>(sql`
    select ${counts} from platform.subjects s where s.id = ${id}`)
  const none = { likes: 0, dislikes: 0, comments: 0, bookmarks: 0, views: 0 }
  const [view] = await viewAnswers(community, actor, place, [{ ...answer, ...(counted ?? none), rank: 0 }])
  return view
}

interface Place {
  question: Post
  board: Board
  words: string[]
}

async function viewAnswers(community: Community, actor: Actor, place: Place, rows: AnswerRow[]) {
  const named = rows.filter(({ body }) => body.includes('@'))
  const [cards, mentions, own] = await Promise.all([
    community.identity.cards(rows.map(({ authorId }) => authorId)),
    community.interactions.mentions(named.map(({ id }) => id)),
    community.interactions.own(
      actor,
      rows.map(({ id }) => id),
    ),
  ])
  const now = community.platform.clock.now()
  const { settings } = place.board
  return rows.map((row) => ({
    id: row.id,
    questionId: row.questionId,
    link: answerLink(row.id, row.questionId),
    body: row.body,
    mentions: mentions.get(row.id) ?? [],
    author: cards.get(row.authorId ?? '') ?? null,
    byAssistant: row.byAssistant,
    accepted: place.question.acceptedAnswerId === row.id,
    comments: row.comments,
    likes: row.likes,
    dislikes: row.dislikes,
    bookmarks: isOwn(actor, row) ? row.bookmarks : null,
    createdAt: row.createdAt,
    editedAt: row.editedAt,
    version: row.version,
    reactions: settings.reactions,
    commentDepth: settings.commentDepth,
    own: own.get(row.id) ?? noResponse,
    can: abilities(actor, place, row, now),
  }))
}

function abilities(actor: Actor, { question, board, words }: Place, answer: Answer, now: Date) {
  const isMine = isOwn(actor, answer)
  const isAccepted = question.acceptedAnswerId === answer.id
  const isLate = isMine && isEditWindowOver(answer.createdAt, now, board.settings.editWindowMin)
  const isHeld = question.locked && !may('post.lock', actor)
  const isOpen = !question.locked && question.state === 'living'
  return {
    edit:
      may(editOfAnswer(answer, isAccepted, actor), actor, answer.authorId) &&
      !(isMine && isAccepted) &&
      !isLate &&
      !isHeld,
    delete:
      may('answer.delete', actor, answer.authorId) &&
      (!isAccepted || may('post.withdraw-acceptance', actor)) &&
      !isHeld,
    accept:
      !question.acceptedAnswerId && board.settings.resolve !== 'author' && may('post.accept', actor, question.authorId),
    comment: isOpen && mayOn(board, 'commenters', actor, words),
    react: isOpen && isMember(actor) && !isMine && board.settings.reactions.length > 0,
  }
}
