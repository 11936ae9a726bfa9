import { type Static, Type } from 'typebox'
import { type Actor, isAdmin, isMember, isModerator } from '../../../kernel/actor.ts'
import { Nullable, Time } from '../../../kernel/schema.ts'
import type { Platform } from '../../../platform/platform.ts'
import { type IdentityApi, MemberCard } from '../../identity/index.ts'
import { Mention, mentionsOf } from '../mentions/mentions-of.ts'
import { ownResponses } from '../subjects/own-responses.ts'
import { linkOf } from '../subjects/subject-cards.ts'
import { OwnResponse } from '../subjects/views.ts'
import type { Comment } from './comment-store.ts'

/** A comment with its counters. */
export type CountedComment = Comment & { likes: number; dislikes: number }

const graceMs = 5 * 60_000

const commentFields = {
  id: Type.String(),
  subjectId: Type.String(),
  rootId: Type.String(),
  parentId: Nullable(Type.String()),
  depth: Type.Integer(),
  /** Whom it answers, where the depth allowed hung it on a higher parent. */
  answers: Nullable(Type.Object({ id: Type.String(), author: Nullable(MemberCard) })),
  author: Nullable(MemberCard),
  /** Markdown; null when it was deleted and only what hangs on it keeps its place. */
  body: Nullable(Type.String()),
  deleted: Type.Boolean(),
  /** `text` is null when the source is gone. */
  quote: Nullable(Type.Object({ of: Type.String(), link: Nullable(Type.String()), text: Nullable(Type.String()) })),
  mentions: Type.Array(Mention),
  version: Type.Integer(),
  createdAt: Time,
  /** Null when it was not edited after its first five minutes. */
  editedAt: Nullable(Time),
  likes: Type.Integer(),
  dislikes: Type.Integer(),
  /** All shown below it, at any depth. */
  replyCount: Type.Integer(),
  own: OwnResponse,
  can: Type.Object({ edit: Type.Boolean(), delete: Type.Boolean(), reply: Type.Boolean(), react: Type.Boolean() }),
}
export const CommentView = Type.Object(commentFields)
export type CommentView = Static<typeof CommentView>

export interface CommentContext {
  platform: Platform
  identity: IdentityApi
  actor: Actor
  /** Whether the actor may comment below this subject. */
  canReply: boolean
  canReact: boolean
  /** Written in this request: nobody can have responded to them. */
  areNew?: boolean
}

/** Views in the order of the rows, with one query each for what has to be asked. */
export async function commentViews(context: CommentContext, rows: CountedComment[]) {
  const { platform, identity, actor, canReply, canReact, areNew = false } = context
  const { db } = platform
  const living = rows.filter(({ deletedAt }) => !deletedAt)
  const [own, mentions, quoted, answered] = await Promise.all([
    ownResponses(db, actor, areNew ? [] : living),
    mentionsOf(
      db,
      identity,
      living.filter(({ body }) => body.includes('@')).map(({ id }) => id),
    ),
    quotedSources(platform, actor, living),
    answeredAuthors(context, living),
  ])
  const cards = await identity.cards([...living.map(({ authorId }) => authorId), ...answered.values()])
  const card = (id: string | null | undefined) => (id ? (cards.get(id) ?? null) : null)
  return rows.map((row): Unserialized => {
    const { id, subjectId, rootId, parentId, depth, version, createdAt, updatedAt, likes, dislikes, answersId } = row
    const gone = row.deletedAt !== null
    const mine = isMember(actor) && row.authorId === actor.id
    const quote = quoted.get(row.quoteOf ?? '')
    const edited = !gone && updatedAt.getTime() - createdAt.getTime() >= graceMs
    return {
      ...{ id, subjectId, rootId, parentId, depth, version, createdAt, likes, dislikes, deleted: gone },
      answers:
        answersId && answersId !== parentId && !gone ? { id: answersId, author: card(answered.get(answersId)) } : null,
      author: gone ? null : card(row.authorId),
      body: gone ? null : row.body,
      quote: row.quoteOf && !gone ? { of: row.quoteOf, link: quote ?? null, text: quote ? row.quote : null } : null,
      mentions: mentions.get(id) ?? [],
      editedAt: edited ? updatedAt : null,
      replyCount: row.replies,
      own: own.get(id) ?? { reaction: null, bookmarked: false },
      can: {
        edit: !gone && (mine || isAdmin(actor)),
        delete: !gone && (mine || isModerator(actor)),
        reply: !gone && canReply,
        react: !gone && !mine && canReact,
      },
    }
  })
}

type Unserialized = Omit<CommentView, 'createdAt' | 'editedAt'> & { createdAt: Date; editedAt: Date | null }

/** Links of those quoted sources that the actor may see. */
async function quotedSources(platform: Platform, actor: Actor, rows: Comment[]): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ quoteOf }) => quoteOf ?? [])
  if (!ids.length) return new Map()
  const sources = await platform.subjects.load([...new Set(ids)], actor)
  const above = sources.flatMap(({ kind, containerId }) => (kind === 'comment' ? (containerId ?? []) : []))
  const containers = new Map((await platform.subjects.load(above, actor)).map((row) => [row.id, row]))
  return new Map(sources.map((row) => [row.id, linkOf(platform, row, containers.get(row.containerId ?? ''))]))
}

/** Authors of what hung-up replies answer. */
async function answeredAuthors(
  { platform, actor }: CommentContext,
  rows: Comment[],
): Promise<Map<string, string | null>> {
  const ids = rows.flatMap(({ answersId, parentId }) => (answersId && answersId !== parentId ? answersId : []))
  if (!ids.length) return new Map()
  return new Map((await platform.subjects.load([...new Set(ids)], actor)).map(({ id, authorId }) => [id, authorId]))
}
