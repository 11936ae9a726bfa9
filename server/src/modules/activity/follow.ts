import type { Actor } from '../../kernel/actor.ts'
import { isTag, tidyTag } from '../../kernel/hashtags.ts'
import { invalid, notFound } from '../../kernel/problems.ts'
import { sql } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import type { IdentityApi } from '../identity/index.ts'
import { followAdded } from './events.ts'
import { followsFull, ownFollow } from './problems.ts'

export const targetKinds = ['member', 'board', 'tag'] as const
export type TargetKind = (typeof targetKinds)[number]

export interface Target {
  kind: TargetKind
  /** The member's or board's id, or the tag. */
  id: string
}

const mostFollows = 1000

/** One form for one thing: a tag in small letters. Refuses what no tag can be. */
export function targetOf(kind: TargetKind, id: string): Target {
  if (kind !== 'tag') return { kind, id }
  const tag = tidyTag(id)
  if (!isTag(tag)) throw invalid({ errors: [{ at: '/id', code: 'wrong-form' }] })
  return { kind, id: tag }
}

/** New things of a member, a board or a tag come into the actor's feed. Again changes nothing. */
export async function follow(platform: Platform, identity: IdentityApi, actor: Actor, { kind, id }: Target) {
  if (id === actor.id) throw ownFollow()
  if (kind === 'member') {
    const card = (await identity.cards([id])).get(id)
    if (!card || card.status === 'withdrawn') throw notFound()
  }
  if (kind === 'board') {
    await platform.subjects.find(id, actor)
    if (!platform.subjects.kindOf(id)?.container) throw notFound()
  }
  await platform.db.transact(async (tx) => {
    await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`follows of ${actor.id}`}, 0))`)
    const added = await tx.run(sql`
      insert into activity.follows (member_id, kind, target_id, at)
      values (${actor.id}, ${kind}, ${id}, ${platform.clock.now()}) on conflict do nothing`)
    if (!added) return
    const over = await tx.one(sql`
      select 1 from activity.follows where member_id = ${actor.id} having count(*) > ${mostFollows}`)
    if (over) throw followsFull()
    tx.publish(followAdded, id, { memberId: actor.id, kind })
  })
}

export const unfollow = ({ db }: Platform, actor: Actor, { kind, id }: Target) =>
  db.run(sql`
    delete from activity.follows where member_id = ${actor.id} and kind = ${kind} and target_id = ${id}`)

export async function isFollowing({ db }: Platform, actor: Actor, { kind, id }: Target): Promise<boolean> {
  const row = await db.one(sql`
    select 1 from activity.follows where member_id = ${actor.id} and kind = ${kind} and target_id = ${id}`)
  return row !== undefined
}
