import type { Actor } from '../../../kernel/actor.ts'
import { sql, type Tx } from '../../../platform/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import { bookmarkAdded, bookmarkRemoved } from '../events.ts'
import { foldersFull, kindOff, ownSubject } from '../problems.ts'
import { rulesOf } from '../response-rules.ts'

const mostFolders = 50

/**
 * Keeps a subject, in a folder or (null) in none; again moves it there. Without either it lies where it lay, also before it
 * was removed. `first`: it was never kept by this member before.
 */
export async function bookmark(platform: Platform, actor: Actor, subjectId: string, wanted: string | null | undefined) {
  const subject = await platform.subjects.find(subjectId, actor)
  const rules = await rulesOf(platform, subject)
  if (!rules.bookmarks) throw kindOff()
  if (subject.authorId === actor.id && !rules.ownBookmarks) throw ownSubject()
  return platform.db.transact(async (tx) => {
    const folder = wanted === undefined ? await folderOf(tx, actor, subject.id) : wanted
    if (folder) await checkFolder(tx, actor, folder)
    const added = await tx.one<{ first: boolean }>(sql`
      insert into interactions.bookmarks as b (subject_id, member_id, folder, at)
      values (${subject.id}, ${actor.id}, ${folder}, ${platform.clock.now()})
      on conflict (subject_id, member_id) do update set folder = excluded.folder, at = excluded.at, removed_at = null
      where b.removed_at is not null
      -- xmax is set where a row was there before
      returning b.xmax = 0 as first`)
    if (!added) {
      await tx.run(sql`
        update interactions.bookmarks set folder = ${folder} where subject_id = ${subject.id} and member_id = ${actor.id}`)
      return { bookmarked: true, folder, first: false }
    }
    await platform.subjects.count(tx, subject.id, { bookmarks: 1 })
    const { authorId, kind } = subject
    tx.publish(bookmarkAdded, subject.id, { memberId: actor.id, authorId, kind, first: added.first })
    return { bookmarked: true, folder, first: added.first }
  })
}

/** Leaves a trace, so that the next one is not the first, and finds its folder. */
export async function removeBookmark(platform: Platform, actor: Actor, subjectId: string): Promise<void> {
  await platform.db.transact(async (tx) => {
    const removed = await tx.run(sql`
      update interactions.bookmarks set removed_at = ${platform.clock.now()}
      where subject_id = ${subjectId} and member_id = ${actor.id} and removed_at is null`)
    if (!removed) return
    await platform.subjects.count(tx, subjectId, { bookmarks: -1 })
    const kind = platform.subjects.kindOf(subjectId)?.kind ?? ''
    tx.publish(bookmarkRemoved, subjectId, { memberId: actor.id, kind })
  })
}

/** Where it lies, or lay when it was removed. */
async function folderOf(tx: Tx, actor: Actor, subjectId: string): Promise<string | null> {
  const row = await tx.one<{ folder: string | null }>(sql`
    select folder from interactions.bookmarks where subject_id = ${subjectId} and member_id = ${actor.id}`)
  return row?.folder ?? null
}

/** A folder is there as long as something lies in it. */
async function checkFolder(tx: Tx, actor: Actor, folder: string) {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`bookmark folders of ${actor.id}`}, 0))`)
  const full = await tx.one(sql`
    select 1 from interactions.bookmarks where member_id = ${actor.id} and removed_at is null and folder is not null
    having count(distinct folder) filter (where folder <> ${folder}) >= ${mostFolders}`)
  if (full) throw foldersFull()
}
