import type { Actor } from '../../../kernel/actor.ts'
import { filesIn } from '../../../kernel/file-addresses.ts'
import { notFound, versionStale } from '../../../kernel/problems.ts'
import { raw, sql, type Tx } from '../../../platform/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import { draftFilesChanged } from '../events.ts'
import { draftsFull } from '../problems.ts'

export interface Draft {
  key: string
  content: Record<string, unknown>
  version: number
  updatedAt: Date
}

type Stored = Draft & { id: string; before: string[] }

const mostDrafts = 50
/** Of all of a member's drafts together, as JSON: the list of them is answered whole. */
const mostCharacters = 4_000_000
const columns = raw('key, content, version, updated_at as "updatedAt"')

/** All of the member's, newest first: at most 50. */
export const listDrafts = ({ db }: Platform, actor: Actor) =>
  db.many<Draft>(sql`
    select ${columns} from interactions.drafts where member_id = ${actor.id} order by updated_at desc, key
    limit ${mostDrafts}`)

export async function readDraft({ db }: Platform, actor: Actor, key: string): Promise<Draft> {
  const draft = await db.one<Draft>(
    sql`select ${columns} from interactions.drafts where member_id = ${actor.id} and key = ${key}`,
  )
  if (!draft) throw notFound()
  return draft
}

/** Version 0 makes it. Two tabs meet: the slower one is refused as stale and loses nothing of its own. */
export function saveDraft(platform: Platform, actor: Actor, key: string, version: number, content: Draft['content']) {
  const json = JSON.stringify(content)
  const files = filesIn(json)
  const now = platform.clock.now()
  return platform.db.transact(async (tx) => {
    await checkRoom(tx, actor, { key, isNew: version === 0, characters: json.length })
    const saved = await tx.one<Stored>(
      version === 0
        ? sql`
          insert into interactions.drafts (id, member_id, key, content, files, updated_at)
          values (${platform.ids.next('dft')}, ${actor.id}, ${key}, ${json}::jsonb, ${files}, ${now})
          on conflict do nothing returning id, ${columns}, '{}'::text[] as before`
        : sql`
          update interactions.drafts d set content = ${json}::jsonb, files = ${files}, version = d.version + 1,
            updated_at = ${now}
          from (
            select files as before from interactions.drafts
            where member_id = ${actor.id} and key = ${key} and version = ${version} for update
          ) old
          where member_id = ${actor.id} and key = ${key} returning id, ${columns}, before`,
    )
    if (!saved) throw versionStale()
    const { id, before, ...draft } = saved
    if (String(before) !== String(files)) tx.publish(draftFilesChanged, id, { memberId: actor.id, fileIds: files })
    return draft
  })
}

export const deleteDraft = ({ db }: Platform, actor: Actor, key: string) =>
  db.transact(async (tx) => {
    const gone = await tx.one<{ id: string; files: string[] }>(
      sql`delete from interactions.drafts where member_id = ${actor.id} and key = ${key} returning id, files`,
    )
    if (gone?.files.length) tx.publish(draftFilesChanged, gone.id, { memberId: actor.id, fileIds: [] })
  })

/** One after the other, so that the last free place is taken once. */
async function checkRoom(tx: Tx, actor: Actor, { key, isNew, characters }: Room) {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`drafts of ${actor.id}`}, 0))`)
  const others = await tx.one<{ drafts: number; characters: number }>(sql`
    select count(*) as drafts, coalesce(sum(length(content::text)), 0) as characters
    from interactions.drafts where member_id = ${actor.id} and key <> ${key}`)
  if (!others) return
  if ((isNew && others.drafts >= mostDrafts) || others.characters + characters > mostCharacters) throw draftsFull()
}

interface Room {
  key: string
  isNew: boolean
  characters: number
}
