import { sql, type Tx } from '../../../platform/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import { memberRenamed } from '../events.ts'
import { nicknameChangesUsed, nicknameTaken } from '../problems.ts'
import { checkNickname, heldDays, nicknameKey, takeNickname } from './nickname.ts'

const mostChanges = 3
const windowMs = 30 * 86_400_000

const recent = (renamedAt: Date[], now: Date) => renamedAt.filter((at) => now.getTime() - at.getTime() < windowMs)

/** Changes that a member may still make within 30 days. */
export const changesLeft = (renamedAt: Date[], now: Date): number =>
  Math.max(0, mostChanges - recent(renamedAt, now).length)

/** A new nickname for a member whose row is locked; the former one is held for 30 days and leads to them. */
export async function renameMember(
  tx: Tx,
  platform: Platform,
  member: { id: string; nickname: string; renamedAt: Date[] },
  nickname: string,
): Promise<void> {
  if (nickname === member.nickname) return
  checkNickname(platform, nickname)
  const now = platform.clock.now()
  const changes = recent(member.renamedAt, now)
  const [oldest] = changes
  if (oldest && changes.length >= mostChanges)
    throw nicknameChangesUsed({ retryAfterS: Math.ceil((oldest.getTime() + windowMs - now.getTime()) / 1000) })
  if (!(await takeNickname(tx, member.id, nickname, now)))
    throw nicknameTaken({ errors: [{ at: '/nickname', code: 'taken' }] })
  if (nicknameKey(nickname) !== nicknameKey(member.nickname)) {
    const heldUntil = new Date(now.getTime() + heldDays * 86_400_000)
    await tx.run(sql`
      update identity.nicknames set held_until = ${heldUntil} where key = ${nicknameKey(member.nickname)}`)
  }
  await tx.run(sql`
    update identity.members set nickname = ${nickname}, renamed_at = ${[...changes, now]}::timestamptz[]
    where id = ${member.id}`)
  tx.publish(memberRenamed, member.id, { memberId: member.id, nickname, formerNickname: member.nickname })
}
