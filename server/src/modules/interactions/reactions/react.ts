import type { Actor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/problems.ts'
import { sql, type Tx } from '../../../platform/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { SubjectCounts } from '../../../platform/subjects/subject-hook.ts'
import type { Reaction } from '../../../platform/subjects/subject-kind.ts'
import type { Counted, SubjectRow } from '../../../platform/subjects/subjects.ts'
import { reactionChanged } from '../events.ts'
import { kindOff, ownSubject, subjectLocked } from '../problems.ts'
import { rulesOf } from '../response-rules.ts'

type Counts = Pick<SubjectCounts, 'likes' | 'dislikes'>
const other: Record<Reaction, Reaction> = { like: 'dislike', dislike: 'like' }
const counter = { like: 'likes', dislike: 'dislikes' } as const

/** Sets the actor's reaction; the other kind gives way in the same statement, the same again changes nothing. */
export async function react(platform: Platform, actor: Actor, subjectId: string, kind: Reaction) {
  const subject = await platform.subjects.find(subjectId, actor)
  if (subject.authorId === actor.id) throw ownSubject()
  const rules = await rulesOf(platform, subject)
  if (!rules.reactions.includes(kind)) throw kindOff()
  if (subject.locked) throw subjectLocked()
  await platform.guards.mayWrite(actor, [])
  const counts = await platform.db.transact(async (tx): Promise<Counts> => {
    const changed = await tx.one<{ switched: boolean }>(sql`
      insert into interactions.reactions as r (subject_id, member_id, kind, at)
      values (${subject.id}, ${actor.id}, ${kind}, ${platform.clock.now()})
      on conflict (subject_id, member_id) do update set kind = excluded.kind, at = excluded.at
      where r.kind <> excluded.kind
      -- xmax is set where a row was there before
      returning r.xmax <> 0 as switched`)
    if (!changed) return subject
    const counted = await countChange(platform, tx, actor, subject, changed.switched ? other[kind] : null, kind)
    if (counted.state !== subject.state) throw notFound()
    if (counted.locked) throw subjectLocked()
    return counted
  })
  return { reaction: kind, likes: counts.likes, dislikes: counts.dislikes }
}

/** Takes the actor's reaction back; none there is as good. */
export async function takeReactionBack(platform: Platform, actor: Actor, subjectId: string): Promise<void> {
  await platform.db.transact(async (tx) => {
    const gone = await tx.one<{ kind: Reaction }>(sql`
      delete from interactions.reactions where subject_id = ${subjectId} and member_id = ${actor.id} returning kind`)
    if (!gone) return
    const subject = await tx.one<Pick<SubjectRow, 'id' | 'kind' | 'authorId' | 'containerId'>>(sql`
      select id, kind, author_id as "authorId", container_id as "containerId" from platform.subjects where id = ${subjectId}`)
    if (subject) await countChange(platform, tx, actor, subject, gone.kind, null)
  })
}

async function countChange(
  platform: Platform,
  tx: Tx,
  actor: Actor,
  subject: Pick<SubjectRow, 'id' | 'kind' | 'authorId' | 'containerId'>,
  from: Reaction | null,
  to: Reaction | null,
): Promise<Counted> {
  const counted = await platform.subjects.count(tx, subject.id, {
    ...(from ? { [counter[from]]: -1 } : {}),
    ...(to ? { [counter[to]]: 1 } : {}),
  })
  const { likes, dislikes } = counted
  const { authorId, kind, containerId } = subject
  tx.publish(reactionChanged, subject.id, {
    memberId: actor.id,
    authorId,
    kind,
    containerId,
    from,
    to,
    likes,
    dislikes,
  })
  return counted
}
