import type { Static } from 'typebox'
import type { Actor } from '../../../kernel/actor.ts'
import { hashtagsIn } from '../../../kernel/hashtags.ts'
import { versionStale } from '../../../kernel/problems.ts'
import type { Board } from '../boards/board.ts'
import type { Community } from '../community.ts'
import { postEdited } from '../events.ts'
import { editOf } from '../policy.ts'
import { editWindowOver, questionAnswered } from '../problems.ts'
import { changePost } from './change-post.ts'
import { isEditWindowOver, isListed, type Post, toldAsEdited } from './post.ts'
import { mergeDetails } from './post-details.ts'
import type { ChangedPost } from './post-schemas.ts'
import { replaceTags } from './post-store.ts'
import { checkedCategory, checkedFiles, checkedTags, ownFiles, textsOf } from './post-text.ts'
import { keepRevision } from './revision-store.ts'

/** An answered question belongs to its answers too: its author adds notes instead. */
export function refuseAnswered(post: Post, actor: Actor): void {
  if (post.kind === 'question' && post.humanAnswers > 0 && actor.id === post.authorId) throw questionAnswered()
}

type Input = Static<typeof ChangedPost>

function edited(actor: Actor, board: Board, post: Post, input: Input, own: Set<string>, now: Date): Post {
  const { title = post.title, body = post.body, attachments = post.attachments } = input
  const { archive, notice, recruitment } = input
  const details = mergeDetails(board.kind, post.details, { archive, notice, recruitment }, now)
  const text = textsOf(title, body, details).join('\n\n')
  const spoken = hashtagsIn(textsOf(post.title, post.body, post.details).join('\n\n'))
  const tags = input.tags ?? post.tags.filter((tag) => !spoken.includes(tag))
  const next: Post = {
    ...post,
    title,
    body,
    details,
    ...(input.categoryId === undefined ? {} : checkedCategory(board, input.categoryId)),
    tags: checkedTags(tags, text),
    ...checkedFiles({ attachments, text }, own, [...post.attachments, ...post.shownFiles]),
    version: post.version + 1,
    revisedAt: now,
    revisedBy: actor.id || null,
    editedAt: toldAsEdited(post.publishedAt ?? post.createdAt, now) ? now : post.editedAt,
  }
  return { ...next, listed: isListed(next, now) }
}

/** Changes a post as its author sees it at `version`; what it said before is kept as a revision. */
export async function editPost(
  community: Community,
  actor: Actor,
  id: string,
  version: number,
  input: Input,
): Promise<void> {
  const { platform, files } = community
  const now = platform.clock.now()
  const texts = [input.title, input.body, ...Object.values(input.archive ?? {})].filter(
    (text) => typeof text === 'string',
  )
  await platform.guards.mayWrite(actor, texts)
  const own = await ownFiles(files, actor, input.attachments ?? [], texts.join('\n\n'))
  await changePost(
    community,
    actor,
    id,
    (post) => editOf(post, actor),
    async ({ tx, post, board }) => {
      refuseAnswered(post, actor)
      if (actor.id === post.authorId && isEditWindowOver(post.createdAt, now, board.settings.editWindowMin))
        throw editWindowOver()
      if (post.version !== version) throw versionStale()
      const next = edited(actor, board, post, input, own, now)
      await keepRevision(tx, post)
      await replaceTags(tx, id, next.tags)
      tx.publish(postEdited, id, {
        boardId: post.boardId,
        authorId: post.authorId,
        version: next.version,
        tagsAdded: post.publishedAt ? next.tags.filter((tag) => !post.tags.includes(tag)) : [],
        tagsRemoved: post.publishedAt ? post.tags.filter((tag) => !next.tags.includes(tag)) : [],
      })
      return next
    },
  )
}
