import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { defineJob } from '../../platform/jobs/job.ts'
import type { Platform } from '../../platform/platform.ts'
import { fileErased } from './events.ts'
import { blobKey } from './file-row.ts'
import { eraseUnreferenced, markBlobsDeleted, withBlobsLeft } from './file-store.ts'
import { asideFolder } from './receive-upload.ts'
import { dropVanished } from './reference-store.ts'

const hourMs = 3600_000
const unreferencedForMs = 24 * hourMs
const atOnce = 100

/** Erases what nothing has shown for a day: the row says so first, then the bytes go. Answers how many files. */
export async function eraseOrphans(platform: Platform): Promise<number> {
  const { db, clock, blobs } = platform
  const now = clock.now()
  const before = new Date(now.getTime() - unreferencedForMs)
  const prefixes = platform.subjects.kinds().map(({ prefix }) => prefix)
  const marked = await db.transact(async (tx) => {
    await dropVanished(tx, prefixes, now)
    const erased = await eraseUnreferenced(tx, before, atOnce)
    for (const { id, ownerId, kind } of erased) tx.publish(fileErased, id, { fileId: id, ownerId, kind })
    return erased.length
  })
  const left = await withBlobsLeft(db, atOnce)
  for (const { id, variants } of left) for (const { name } of variants) await blobs.delete(blobKey(id, name))
  await markBlobsDeleted(
    db,
    left.map(({ id }) => id),
  )
  return Math.max(marked, left.length)
}

/** What a killed process left of uploads that it was looking at. */
async function sweepAside(dataDir: string): Promise<void> {
  const folder = asideFolder(dataDir)
  for (const name of await readdir(folder).catch(() => [])) {
    const found = await stat(join(folder, name)).catch(() => undefined)
    if (found && Date.now() - found.mtimeMs > hourMs) await rm(join(folder, name), { force: true })
  }
}

export const eraseOrphansJob = (platform: Platform) =>
  defineJob({
    name: 'files.erase-orphans',
    title: { ko: '쓰이지 않는 파일 지우기', en: 'Erase files that nothing shows' },
    schedule: '17 * * * *',
    async perform() {
      await sweepAside(platform.config.dataDir)
      const written = await eraseOrphans(platform)
      return { written, more: written >= atOnce }
    },
  })
