import type { Actor } from '../../../kernel/actor.ts'
import { sql } from '../../../platform/database.ts'
import type { Community } from '../community.ts'
import { detailsUnfit } from '../problems.ts'
import { loadPost } from './load-post.ts'

/** A member says that they read a notice which asks for it. Saying it twice is no error. */
export async function acknowledge(community: Community, actor: Actor, id: string): Promise<void> {
  const { post } = await loadPost(community, actor, id)
  if (!post.details.notice?.mustAcknowledge) throw detailsUnfit()
  const { db, clock } = community.platform
  await db.run(sql`
    insert into community.acknowledgements (post_id, member_id, at) values (${id}, ${actor.id}, ${clock.now()})
    on conflict do nothing`)
}

export const hasAcknowledged = async ({ platform }: Community, actor: Actor, id: string): Promise<boolean> =>
  actor.kind === 'member' &&
  (await platform.db.one(sql`
    select 1 from community.acknowledgements where post_id = ${id} and member_id = ${actor.id}`)) !== undefined
