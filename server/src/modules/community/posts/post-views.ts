import { type Static, Type } from 'typebox'
import { Nullable, OneOf, Time } from '../../../kernel/schema.ts'
import { MemberCard } from '../../identity/index.ts'
import { Mention, OwnResponse } from '../../interactions/index.ts'
import { postKinds } from '../boards/board.ts'
import { BoardLabel, CategoryView } from '../boards/board-views.ts'
import { postStatuses } from './post.ts'
import { ArchiveFields, NoticeFields, RecruitmentFields } from './post-schemas.ts'

const Status = Nullable(OneOf(postStatuses))

const counts = {
  answers: Type.Integer(),
  comments: Type.Integer(),
  likes: Type.Integer(),
  dislikes: Type.Integer(),
  views: Type.Integer(),
  /** How often it is kept: for its author alone. */
  bookmarks: Nullable(Type.Integer()),
}

const heading = {
  id: Type.String(),
  kind: OneOf(postKinds),
  /** Where it opens in a browser. */
  link: Type.String(),
  board: BoardLabel,
  title: Type.String(),
  /** Null for one who is gone. */
  author: Nullable(MemberCard),
  status: Status,
  /** From the top category down. */
  categories: Type.Array(CategoryView),
  tags: Type.Array(Type.String()),
  pinned: Type.Boolean(),
  locked: Type.Boolean(),
  acceptedAnswerId: Nullable(Type.String()),
  ...counts,
  createdAt: Time,
  /** Null while it reads as first written (or was changed within five minutes). */
  editedAt: Nullable(Time),
  activeAt: Time,
}

/** A row of a list. */
export const PostItem = Type.Object({
  ...heading,
  excerpt: Type.String(),
  /** Who answered or commented last. */
  activeBy: Nullable(MemberCard),
})
export type PostItem = Static<typeof PostItem>

export const FileView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  type: Type.String(),
  sizeBytes: Type.Integer(),
  url: Type.String(),
})

export const LinkedPost = Type.Object({ id: Type.String(), title: Type.String(), link: Type.String() })

export const PostView = Type.Object({
  ...heading,
  /** Markdown as written; render it sanitised. */
  body: Type.String(),
  /** Who is meant by each `@nickname` in it. */
  mentions: Type.Array(Mention),
  state: OneOf(['living', 'pending', 'scheduled', 'hidden']),
  attachments: Type.Array(FileView),
  archive: Nullable(ArchiveFields),
  notice: Nullable(NoticeFields),
  recruitment: Nullable(RecruitmentFields),
  /** What the asker added after the question was answered. */
  notes: Type.Array(Type.Object({ body: Type.String(), at: Time })),
  /** The question that this archive entry was written from, and the entry written from this question. */
  archiveOf: Nullable(LinkedPost),
  archivedAs: Nullable(LinkedPost),
  /** A notice that must be acknowledged: whether the caller did. */
  acknowledged: Type.Boolean(),
  version: Type.Integer(),
  reactions: Type.Array(OneOf(['like', 'dislike'])),
  commentDepth: Type.Integer(),
  own: OwnResponse,
  can: Type.Object({
    edit: Type.Boolean(),
    delete: Type.Boolean(),
    answer: Type.Boolean(),
    comment: Type.Boolean(),
    react: Type.Boolean(),
    accept: Type.Boolean(),
    withdrawAcceptance: Type.Boolean(),
    addNote: Type.Boolean(),
    /** Statuses that the caller may set now. */
    setStatus: Type.Array(Type.String()),
    archive: Type.Boolean(),
    pin: Type.Boolean(),
    lock: Type.Boolean(),
    move: Type.Boolean(),
    approve: Type.Boolean(),
  }),
})
export type PostView = Static<typeof PostView>

export const RevisionItem = Type.Object({
  n: Type.Integer(),
  editor: Nullable(MemberCard),
  at: Time,
  title: Type.String(),
})
export const RevisionView = Type.Object({
  ...RevisionItem.properties,
  body: Type.String(),
  tags: Type.Array(Type.String()),
  archive: Nullable(ArchiveFields),
})
