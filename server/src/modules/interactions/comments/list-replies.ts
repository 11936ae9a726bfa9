import type { Actor } from '../../../kernel/actor.ts'
import { decodeCursor, pageOf } from '../../../kernel/page.ts'
import { cursorInvalid, notFound } from '../../../kernel/problems.ts'
import { sql } from '../../../platform/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { IdentityApi } from '../../identity/index.ts'
import { isCommenter, rulesOf } from '../response-rules.ts'
import { commentColumns, findComment } from './comment-store.ts'
import { type CountedComment, commentViews } from './comment-views.ts'

/** Everything below a comment, depth first: each answer stands behind what it answers. */
export async function listReplies(
  platform: Platform,
  identity: IdentityApi,
  actor: Actor,
  id: string,
  { limit, after }: { limit: number; after?: string | undefined },
) {
  const comment = await findComment(platform.db, id)
  if (!comment) throw notFound()
  const subject = await platform.subjects.find(comment.subjectId, actor)
  const rules = await rulesOf(platform, subject)
  const [behind = `${comment.path}.`] = decodeCursor(after, 1) ?? []
  if (typeof behind !== 'string' || !behind.startsWith(`${comment.path}.`)) throw cursorInvalid()
  const rows = await platform.db.many<CountedComment>(sql`
    select ${commentColumns}, s.likes, s.dislikes
    from interactions.comments c join platform.subjects s on s.id = c.id
    where c.path > ${behind} and c.path < ${`${comment.path}/`} and c.shown
    order by c.path limit ${limit + 1}`)
  const page = pageOf(rows, limit, ({ path }) => [path])
  const canReply = !subject.locked && (await isCommenter(platform, actor, rules))
  const canReact = actor.kind === 'member' && rules.reactions.length > 0
  return { items: await commentViews({ platform, identity, actor, canReply, canReact }, page.items), next: page.next }
}
