import { Type } from 'typebox'
import { defineEvent } from '../../kernel/event.ts'

const Who = Type.Union([Type.String(), Type.Null()])
const postFacts = { boardId: Type.String(), authorId: Who }
const answerFacts = { postId: Type.String(), boardId: Type.String(), authorId: Who, byAssistant: Type.Boolean() }

/** Key: the board. Categories are part of their board. */
export const boardCreated = defineEvent('community.board-created.v1', Type.Object({ slug: Type.String() }))
export const boardChanged = defineEvent('community.board-changed.v1', Type.Object({ slug: Type.String() }))

/** Key of these: the post. */
export const postPublished = defineEvent(
  'community.post-published.v1',
  Type.Object({
    ...postFacts,
    kind: Type.String(),
    tags: Type.Array(Type.String()),
    /** The question that this archive entry was written from. */
    archiveOf: Type.Optional(Type.String()),
  }),
)
export const postEdited = defineEvent(
  'community.post-edited.v1',
  Type.Object({
    ...postFacts,
    version: Type.Integer(),
    tagsAdded: Type.Array(Type.String()),
    tagsRemoved: Type.Array(Type.String()),
  }),
)
/** A post went or came back: its answers and comments with it. */
export const postDeleted = defineEvent(
  'community.post-deleted.v1',
  Type.Object({ ...postFacts, tags: Type.Array(Type.String()) }),
)
export const postRestored = defineEvent(
  'community.post-restored.v1',
  Type.Object({ ...postFacts, tags: Type.Array(Type.String()) }),
)
export const postMoved = defineEvent(
  'community.post-moved.v1',
  Type.Object({
    ...postFacts,
    fromBoardId: Type.String(),
    kind: Type.String(),
    /** Of a post that readers see; its counts move along. */
    tags: Type.Optional(Type.Array(Type.String())),
  }),
)
/**
 * Pinned, locked, held back, another status, a note: what a reader sees differs, the text does not. `answerIds` are the
 * answers that went, came, were locked or moved with their question.
 */
export const postChanged = defineEvent(
  'community.post-changed.v1',
  Type.Object({
    ...postFacts,
    what: Type.String(),
    status: Who,
    answerIds: Type.Optional(Type.Array(Type.String())),
  }),
)
/** Somebody talked about posts of a board: lists by activity stand otherwise. One for many comments at once; the board's id is the key. */
export const postsWoken = defineEvent(
  'community.posts-woken.v1',
  Type.Object({ boardId: Type.String(), postIds: Type.Array(Type.String()) }),
)
export const questionEnded = defineEvent('community.question-ended.v1', Type.Object(postFacts))
export const questionReopened = defineEvent('community.question-reopened.v1', Type.Object(postFacts))
export const answerAccepted = defineEvent(
  'community.answer-accepted.v1',
  Type.Object({
    answerId: Type.String(),
    boardId: Type.String(),
    askerId: Who,
    authorId: Who,
    byAssistant: Type.Boolean(),
  }),
)
export const acceptanceWithdrawn = defineEvent(
  'community.acceptance-withdrawn.v1',
  Type.Object({
    answerId: Type.String(),
    boardId: Type.String(),
    askerId: Who,
    authorId: Who,
    byAssistant: Type.Boolean(),
  }),
)

/** Key of these: the answer. */
export const answerPublished = defineEvent(
  'community.answer-published.v1',
  Type.Object({ ...answerFacts, askerId: Who }),
)
export const answerEdited = defineEvent(
  'community.answer-edited.v1',
  Type.Object({ ...answerFacts, version: Type.Integer() }),
)
/** An answer went or came back, its comments with it. */
export const answerDeleted = defineEvent('community.answer-deleted.v1', Type.Object(answerFacts))
export const answerRestored = defineEvent('community.answer-restored.v1', Type.Object(answerFacts))

/** Key: the first of the posts. Said at most every ten seconds, so that what is cached shows the new counts. */
export const viewsCounted = defineEvent(
  'community.views-counted.v1',
  Type.Object({ postIds: Type.Array(Type.String()) }),
)

export const events = [
  boardCreated,
  boardChanged,
  postPublished,
  postEdited,
  postDeleted,
  postRestored,
  postMoved,
  postChanged,
  postsWoken,
  questionEnded,
  questionReopened,
  answerAccepted,
  acceptanceWithdrawn,
  answerPublished,
  answerEdited,
  answerDeleted,
  answerRestored,
  viewsCounted,
]
