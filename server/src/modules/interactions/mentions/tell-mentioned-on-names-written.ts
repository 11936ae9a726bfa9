import type { Actor } from '../../../kernel/actor.ts'
import { sql } from '../../../platform/database.ts'
import { on } from '../../../platform/event-log/contract.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { IdentityApi } from '../../identity/index.ts'
import { memberMentioned, namesWritten } from '../events.ts'

const memberOf = (id: string): Actor => ({ kind: 'member', id, roles: [], locale: 'ko', address: '' })

/** A name becomes a member's id when it is written; a member who was told of a subject is not told of its edits. */
export const tellMentionedOnNamesWritten = (platform: Platform, identity: IdentityApi) =>
  on({
    name: 'interactions.tell-mentioned-on-names-written',
    events: [namesWritten],
    async handle(tx, { key, data: { authorId, names } }) {
      const ids = await identity.idsOfNicknames(names.flat())
      const readings = names.map((list) => list.find((name) => ids.has(name)))
      for (const nickname of readings) {
        const memberId = ids.get(nickname ?? '')
        if (!nickname || !memberId) continue
        const [subject] = await platform.subjects.load([key], memberOf(memberId))
        if (!subject) continue
        const fresh = await tx.run(sql`
          insert into interactions.mentions (subject_id, member_id, nickname, at)
          values (${key}, ${memberId}, ${nickname}, ${platform.clock.now()}) on conflict do nothing`)
        if (fresh && memberId !== authorId)
          tx.publish(memberMentioned, key, {
            memberId,
            byId: authorId,
            kind: subject.kind,
            containerId: subject.containerId,
          })
      }
    },
  })
