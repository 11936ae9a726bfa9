import type { Actor } from '../../kernel/actor.ts'
import { decodeCursor, pageOf } from '../../kernel/page.ts'
import { gone, notFound } from '../../kernel/problems.ts'
import { empty, sql } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { type SubjectRow, subjectColumns } from '../../platform/subjects/subjects.ts'
import type { IdentityApi } from '../identity/index.ts'
import type { InteractionsApi } from '../interactions/index.ts'
import { hiddenKindsOf } from './hidden-kinds.ts'

export interface Needs {
  identity: IdentityApi
  interactions: InteractionsApi
}

interface Asked {
  kind?: string | undefined
  limit: number
  after?: string | undefined
}

type Row = SubjectRow & { actId: string; verb: string; position: number; at: Date }

/** What a member did, newest first, as far as the actor may see the subjects now. Hidden kinds are for the member alone. */
export async function listActivity(platform: Platform, needs: Needs, actor: Actor, memberId: string, asked: Asked) {
  const card = (await needs.identity.cards([memberId])).get(memberId)
  if (!card) throw notFound()
  if (card.status === 'withdrawn') throw gone()
  const { subjects, db } = platform
  const words = await subjects.wordsOf(actor)
  const hidden = actor.id === memberId ? [] : await hiddenKindsOf(platform, memberId)
  const [position] = decodeCursor(asked.after, 1) ?? []
  const { kind } = asked
  const ofKind = subjects.kindNamed(kind ?? '') ? sql`and a.kind = ${kind}` : sql`and s.variant = ${kind}`
  const rows = await db.many<Row>(sql`
    select ${subjectColumns}, a.id as "actId", a.verb, a.position, a.at
    from activity.acts a join platform.subjects s on s.id = a.subject_id
    where a.actor_id = ${memberId} and ${subjects.reachedBy(words)} ${kind ? ofKind : empty}
      ${hidden.length ? sql`and a.kind <> all(${hidden}) and coalesce(s.variant, '') <> all(${hidden})` : empty}
      ${position === undefined ? empty : sql`and a.position < ${Number(position)}`}
    order by a.position desc limit ${asked.limit + 1}`)
  const page = pageOf(rows, asked.limit, (row) => [row.position])
  const cards = await needs.interactions.cards(actor, page.items)
  return {
    items: page.items.flatMap(({ actId: id, verb, at }, n) => {
      const subject = cards[n]
      return subject ? { id, verb, at, subject } : []
    }),
    next: page.next,
  }
}
