import type { Clock } from '../../kernel/clock.ts'
import { sql } from '../../platform/database.ts'
import { onInTransaction } from '../../platform/event-log/contract.ts'
import { profileChanged } from '../identity/index.ts'
import { setReferences } from './reference-store.ts'

/** What a member wears is everybody's to see; what it replaced is gone at its old address. */
export const wearAvatar = (clock: Clock) =>
  onInTransaction({
    name: 'files.wear-avatar',
    events: [profileChanged],
    async handle(tx, { data: { memberId, avatarId, formerAvatarId } }) {
      if (avatarId === formerAvatarId) return
      const now = clock.now()
      await setReferences(tx, [{ id: memberId, authorId: memberId, files: avatarId ? [avatarId] : [] }], now)
      await tx.run(sql`
        update files.file set replaced_at = case when id = ${avatarId} then null else ${now}::timestamptz end
        where id = any(${[avatarId, formerAvatarId].filter((id) => id !== null)}) and kind = 'avatar'`)
    },
  })
