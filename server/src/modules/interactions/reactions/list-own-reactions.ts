import type { Actor } from '../../../kernel/actor.ts'
import { decodeCursor, pageOf } from '../../../kernel/page.ts'
import { empty, sql } from '../../../platform/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Reaction } from '../../../platform/subjects/subject-kind.ts'
import { type SubjectRow, subjectColumns } from '../../../platform/subjects/subjects.ts'
import type { IdentityApi } from '../../identity/index.ts'
import { subjectCards } from '../subjects/subject-cards.ts'

interface Asked {
  reaction?: Reaction | undefined
  limit: number
  after?: string | undefined
}

/** What the actor liked or disliked, newest first; what is no longer to be seen is left out. */
export async function listOwnReactions(platform: Platform, identity: IdentityApi, actor: Actor, asked: Asked) {
  const words = await platform.subjects.wordsOf(actor)
  const [at, id] = decodeCursor(asked.after, 2) ?? []
  const rows = await platform.db.many<SubjectRow & { reaction: Reaction; at: Date }>(sql`
    select ${subjectColumns}, r.kind as reaction, r.at
    from interactions.reactions r join platform.subjects s on s.id = r.subject_id
    where r.member_id = ${actor.id} and ${platform.subjects.reachedBy(words)}
      ${asked.reaction ? sql`and r.kind = ${asked.reaction}` : empty}
      ${id === undefined ? empty : sql`and (r.at, r.subject_id) < (${at}::timestamptz, ${id})`}
    order by r.at desc, r.subject_id desc limit ${asked.limit + 1}`)
  const page = pageOf(rows, asked.limit, (row) => [row.at.toISOString(), row.id])
  const cards = await subjectCards(platform, identity, actor, page.items)
  return {
    items: page.items.flatMap(({ reaction, at }, n) => {
      const subject = cards[n]
      return subject ? { subject, reaction, at } : []
    }),
    next: page.next,
  }
}
