import type { Actor } from '../../kernel/actor.ts'
import type { EventType } from '../../kernel/event.ts'
import type { Words } from '../../kernel/problem.ts'
import type { Queryable } from '../database.ts'

export type Reaction = 'like' | 'dislike'

/**
 * Who may see a subject, any of: `public`, `members`, `group:<id>`, `member:<id>`, `role:<name>`, and `as:<id>`:
 * whoever may see that board or subject, resolved when asked.
 */
export type Audience = string[]

/** `living` is seen by its audience; `hidden` by its author and moderators; `deleted` by nobody. */
export type SubjectState = 'living' | 'hidden' | 'deleted'

/** A subject as its module's rows say it is now. */
export interface SubjectRecord {
  id: string
  authorId: string | null
  audience: Audience
  state: SubjectState
  version: number
  title: string
  /** Plain text or Markdown: excerpt, search and share card are made from it. */
  text: string
  tags?: string[]
  /** From the top category down, by id. */
  categoryPath?: string[]
  /** The board, group or other subject that it stands in. */
  containerId?: string
  status?: string
  /** False: its link works, but lists, home and search leave it out unless its status is asked for (an ENDED question). */
  listed?: boolean
  /** No new comments or reactions. */
  locked?: boolean
  /** Ids of the files that its text shows: they are seen by its audience, and kept as long as it lives. */
  files?: string[]
  /**
   * Values to filter by in search: price, level, skill, region. `kind` says what it is among its kind (a post is a
   * question): the subject's variant in lists, tabs and chips.
   */
  facets?: Readonly<Record<string, string | number | string[]>>
  createdAt: Date
  updatedAt: Date
}

export interface ResponseRules {
  commentDepth?: number
  reactions?: Reaction[]
  /** Who may comment, in audience words; absent: every member who sees the subject. */
  commenters?: Audience
}

/**
 * A kind of thing that a member can meet, link to and respond to. From this declaration the platform gives comments,
 * reactions, bookmarks, search, activity, share cards.
 */
export interface SubjectKind {
  kind: string
  /** Three letters: `pst` of `pst_…`. */
  prefix: string
  name: Words
  /** What `facets.kind` may say of a subject of this kind: `question`, `archive`. Search filters by it. */
  variants?: readonly string[]
  /** Where it opens: `/posts/pst_…`. Answers open their question. */
  link(subject: { id: string; containerId: string | null }): string
  /**
   * The records of these ids as the rows stand in this transaction, deleted ones too; an id without a row is left out.
   * The only source of the subject's row and of its search document, at each write and at every rebuild.
   */
  read(db: Queryable, ids: string[]): Promise<SubjectRecord[]>
  /** Every id of the kind in id order, for rebuilds. */
  ids(db: Queryable, after: string, limit: number): Promise<string[]>
  /** Its title in English, where the operator of the instance gave one of each: boards. From memory. */
  titleEn?(id: string): string | null
  /** How deep comments nest (1–10), or false for none. `responsesTo` may narrow this for one subject. */
  comments: { depth: number } | false
  reactions: Reaction[]
  bookmarks: boolean
  /** May an author bookmark an own one. */
  ownBookmarks?: boolean
  searchable: boolean
  /** Others are judged by their audience `as:<id>` when one of these is asked about: boards, groups. */
  container?: boolean
  /** Said when one is published: feeds activity. Its key is the subject's id. */
  published?: EventType
  /** What the subject's container (a board's settings) says otherwise. `row`: where it stands, when that is known already. */
  responsesTo?(db: Queryable, id: string, row?: { containerId: string | null }): Promise<ResponseRules>
  /** What a card shows beyond title, author and counters; by id, only for subjects already judged visible. */
  details?(db: Queryable, ids: string[], actor: Actor): Promise<Map<string, Record<string, unknown>>>
}
