import { Type } from 'typebox'
import { defineEvent } from '../../kernel/event.ts'
import { Nullable, OneOf } from '../../kernel/schema.ts'

const id = Type.String()
const maybeId = Nullable(id)
const reaction = Nullable(OneOf(['like', 'dislike']))

/** Key: the comment. `comments`: the subject's count after it. */
export const commentAdded = defineEvent(
  'interactions.comment-added.v1',
  Type.Object({
    authorId: id,
    subjectId: id,
    subjectAuthorId: maybeId,
    /** What the subject stands in: a board, a question. */
    containerId: maybeId,
    /** The comment that it answers, and its author. */
    answersId: maybeId,
    answersAuthorId: maybeId,
    comments: Type.Integer(),
  }),
)

/** Key: the comment. */
export const commentEdited = defineEvent(
  'interactions.comment-edited.v1',
  Type.Object({ authorId: maybeId, byId: id, subjectId: id, version: Type.Integer() }),
)

/** Key: the comment. */
export const commentDeleted = defineEvent(
  'interactions.comment-deleted.v1',
  Type.Object({ authorId: maybeId, byId: id, subjectId: id, containerId: maybeId, comments: Type.Integer() }),
)

/** Key: the comment, which was deleted and stands where it stood. */
export const commentRestored = defineEvent(
  'interactions.comment-restored.v1',
  Type.Object({ authorId: maybeId, byId: id, subjectId: id, containerId: maybeId, comments: Type.Integer() }),
)

/** Key: the subject. Said only when something changed; `likes` and `dislikes` are the counts after it. */
export const reactionChanged = defineEvent(
  'interactions.reaction-changed.v1',
  Type.Object({
    memberId: id,
    authorId: maybeId,
    kind: Type.String(),
    containerId: maybeId,
    from: reaction,
    to: reaction,
    likes: Type.Integer(),
    dislikes: Type.Integer(),
  }),
)

/** Key: the subject. `first`: this member never bookmarked it before. */
export const bookmarkAdded = defineEvent(
  'interactions.bookmark-added.v1',
  Type.Object({ memberId: id, authorId: maybeId, kind: Type.String(), first: Type.Boolean() }),
)

/** Key: the subject. */
export const bookmarkRemoved = defineEvent(
  'interactions.bookmark-removed.v1',
  Type.Object({ memberId: id, kind: Type.String() }),
)

/** Key: the subject whose text names people. Said at every writing; who is new is found by its hearer. */
export const namesWritten = defineEvent(
  'interactions.names-written.v1',
  Type.Object({
    authorId: id,
    /** For each name the readings that it may have, the longest first. */
    names: Type.Array(Type.Array(Type.String())),
  }),
)

/** Key: the subject whose text names the member, who may see it. Once a subject and member. */
export const memberMentioned = defineEvent(
  'interactions.member-mentioned.v1',
  Type.Object({ memberId: id, byId: id, kind: Type.String(), containerId: maybeId }),
)

/** Key: the draft. The files that it shows now; none when it was thrown away. */
export const draftFilesChanged = defineEvent(
  'interactions.draft-files-changed.v1',
  Type.Object({ memberId: id, fileIds: Type.Array(id) }),
)

export const events = [
  commentAdded,
  commentEdited,
  commentDeleted,
  commentRestored,
  reactionChanged,
  bookmarkAdded,
  bookmarkRemoved,
  namesWritten,
  memberMentioned,
  draftFilesChanged,
]
