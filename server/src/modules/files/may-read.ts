import { type Actor, guest } from '../../kernel/actor.ts'
import { gone, notFound } from '../../kernel/problems.ts'
import type { Platform } from '../../platform/platform.ts'
import { type FileRow, shortHash } from './file-row.ts'
import { findFile } from './file-store.ts'
import { referrersOf } from './reference-store.ts'

/** `public`: everybody may read it. `private`: this actor may. */
export type Readership = 'public' | 'private'

/** The file, if it can still be read. Refuses 410 what was replaced or erased, to those who know its hash. */
export async function findReadable(platform: Platform, id: string, hash?: string): Promise<FileRow> {
  const file = await findFile(platform.db, id)
  if (!file || (hash !== undefined && hash !== shortHash(file.sha256))) throw notFound()
  if (file.state === 'erased' || file.replacedAt) throw hash === undefined ? notFound() : gone()
  if (file.state !== 'ready') throw notFound()
  return file
}

/**
 * Who may read a file: everybody an avatar that its member wears; whoever may see one of the subjects that show it; its
 * owner. Refuses 404 anyone else.
 */
export async function readershipOf(platform: Platform, file: FileRow, actor: Actor): Promise<Readership> {
  const referrers = await referrersOf(platform.db, file.id)
  if (referrers.some((id) => id.startsWith('mem_'))) return 'public'
  const subjects = referrers.filter((id) => platform.subjects.kindOf(id))
  if ((await platform.subjects.load(subjects, guest())).length) return 'public'
  if (actor.kind === 'member' && actor.id === file.ownerId) return 'private'
  if ((await platform.subjects.load(subjects, actor)).length) return 'private'
  throw notFound()
}
