import type { Event, EventType } from '../../kernel/event.ts'
import { sql, type Tx } from '../../platform/database.ts'
import type { ReadModel } from '../../platform/event-log/contract.ts'
import type { Platform } from '../../platform/platform.ts'
import { acceptanceWithdrawn, answerAccepted } from '../community/index.ts'

interface Acceptance {
  answerId: string
  askerId: string | null
  authorId: string | null
}

interface Act {
  id: string
  actorId: string
  verb: string
  subjectId: string
  kind: string
  position: number
  at: Date
}

/**
 * What members did. A new kind of subject comes in by its `published` event, whose key is the subject and whose data
 * names the `authorId`.
 */
export const acts = ({ subjects }: Platform): ReadModel => {
  const publications = () => subjects.kinds().flatMap(({ published }) => published ?? [])

  const act = ({ id, position, at }: Event, verb: string, actorId: string | null | undefined, subjectId: string) => {
    const kind = subjects.kindOf(subjectId)?.kind ?? ''
    return actorId ? [{ id: id.replace(/^evt/, 'act'), actorId, verb, subjectId, kind, position, at }] : []
  }

  function actsOf(event: Event): Act[] {
    if (event.type !== answerAccepted.type)
      return act(event, 'published', (event.data as { authorId?: string | null }).authorId, event.key)
    const { answerId, askerId, authorId } = event.data as Acceptance
    const accepted = act(event, 'accepted', askerId, answerId)
    return authorId === askerId ? accepted : [...accepted, ...act(event, 'was-accepted', authorId, answerId)]
  }

  const insert = async (tx: Tx, made: Act[]) => {
    if (made.length)
      await tx.run(sql`
        insert into activity.acts (id, actor_id, verb, subject_id, kind, position, at)
        select id, "actorId", verb, "subjectId", kind, position, at
        from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as a(id text, "actorId" text, verb text,
          "subjectId" text, kind text, position bigint, at timestamptz)
        on conflict do nothing`)
  }

  async function handleAll(tx: Tx, events: Event[]): Promise<void> {
    let made: Act[] = []
    for (const event of events) {
      if (event.type !== acceptanceWithdrawn.type) made.push(...actsOf(event))
      else {
        await insert(tx, made)
        made = []
        const { answerId } = event.data as Acceptance
        await tx.run(
          sql`delete from activity.acts where subject_id = ${answerId} and verb in ('accepted', 'was-accepted')`,
        )
      }
    }
    await insert(tx, made)
  }

  return {
    name: 'activity.acts',
    get events(): EventType[] {
      return [...new Set([...publications(), answerAccepted, acceptanceWithdrawn])]
    },
    handle: (tx, event) => handleAll(tx, [event]),
    handleAll,
    reset: async (tx) => {
      await tx.run(sql`delete from activity.acts`)
    },
    async checksum(db) {
      const row = await db.one<{ checksum: string }>(sql`
        select count(*) || '-' || coalesce(sum(hashtextextended(
          concat_ws(' ', id, actor_id, verb, subject_id, kind, position, extract(epoch from at)), 0)::numeric), 0) as checksum
        from activity.acts`)
      return row?.checksum ?? ''
    },
  }
}
