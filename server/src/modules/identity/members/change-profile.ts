import type { Actor } from '../../../kernel/actor.ts'
import { invalid, notFound, versionStale } from '../../../kernel/problems.ts'
import { sql } from '../../../platform/database.ts'
import type { FileFacts } from '../../files/index.ts'
import type { Context } from '../context.ts'
import { profileChanged } from '../events.ts'
import { avatarRefused } from '../problems.ts'
import { renameMember } from './rename-member.ts'

export interface ProfileChange {
  nickname?: string
  bio?: string
  /** Addresses of http or https. */
  links?: string[]
  /** A file of kind avatar that the member uploaded, or null for none. */
  avatarId?: string | null
  gender?: 'male' | 'female' | null
}

interface Row {
  id: string
  nickname: string
  bio: string
  links: string[]
  avatarId: string | null
  avatarSha256: string | null
  gender: string | null
  renamedAt: Date[]
  version: number
}

/** Changes what others see of the member. The unique key of names decides who gets a nickname. */
export async function changeProfile(
  context: Context,
  actor: Actor,
  version: number,
  change: ProfileChange,
): Promise<void> {
  const { platform } = context
  checkLinks(change.links ?? [])
  const avatar = change.avatarId ? await findAvatar(context, actor, change.avatarId) : undefined
  await platform.db.transact(async (tx) => {
    const row = await tx.one<Row>(sql`
      select id, nickname, bio, links, avatar_id as "avatarId", avatar_sha256 as "avatarSha256", gender,
        renamed_at as "renamedAt", version
      from identity.members where id = ${actor.id} for update`)
    if (!row) throw notFound()
    if (row.version !== version) throw versionStale()
    if (change.nickname !== undefined) await renameMember(tx, platform, row, change.nickname)
    const { bio = row.bio, links = row.links, gender = row.gender, avatarId = row.avatarId } = change
    const avatarSha256 = avatarId === null ? null : (avatar?.sha256 ?? row.avatarSha256)
    await tx.run(sql`
      update identity.members set bio = ${bio}, links = ${links}, gender = ${gender}, avatar_id = ${avatarId},
        avatar_sha256 = ${avatarSha256}, version = version + 1
      where id = ${row.id}`)
    tx.publish(profileChanged, row.id, { memberId: row.id, avatarId, formerAvatarId: row.avatarId })
  })
}

function checkLinks(links: string[]): void {
  const errors = links.flatMap((link, i) =>
    /^https?:\/\/[^\s]+$/i.test(link) && URL.canParse(link) ? [] : [{ at: `/links/${i}`, code: 'wrong-form' }],
  )
  if (errors.length) throw invalid({ errors })
}

async function findAvatar({ files }: Context, actor: Actor, id: string): Promise<FileFacts> {
  const file = (await files.find([id])).get(id)
  if (file?.kind !== 'avatar' || file.ownerId !== actor.id || file.state !== 'ready') throw avatarRefused()
  return file
}
