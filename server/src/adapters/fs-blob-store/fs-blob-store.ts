import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { BlobStore } from '../../ports/blob-store.ts'

const keyPattern = /^(?!.*\.\.)(?!\/)[a-z0-9/_.-]{1,200}$/
const temporaryForMs = 24 * 3600_000

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code
const absentIs =
  <T>(absent: T) =>
  (error: unknown): T => {
    if (codeOf(error) === 'ENOENT') return absent
    throw error
  }

/** Makes a rename or a new name last (POSIX: a folder is synced like a file). */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}

async function write(path: string, bytes: Readable | Buffer): Promise<void> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })
  await pipeline(bytes instanceof Readable ? bytes : Readable.from([bytes]), file)
}

/** What a process left behind that was killed in the middle of a put. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const { mtimeMs } = await stat(join(folder, name)).catch(absentIs({ mtimeMs: Date.now() }))
    if (Date.now() - mtimeMs > temporaryForMs) await rm(join(folder, name), { force: true })
  }
}

/** Blobs as files under `dataDir/blobs`: written aside, synced, then renamed. */
export function createFsBlobStore(dataDir: string): BlobStore {
  const root = join(dataDir, 'blobs')
  const aside = join(root, '.incoming')
  let ready: Promise<void> | undefined

  const pathOf = (key: string) => {
    if (!keyPattern.test(key)) throw new Error(`not a blob key: ${key}`)
    return join(root, key)
  }
  const prepare = () => {
    ready ??= mkdir(aside, { recursive: true }).then(() => sweep(aside))
    ready.catch(() => {
      ready = undefined
    })
    return ready
  }
  const size = async (key: string) => {
    const found = await stat(pathOf(key)).catch(absentIs(undefined))
    return found?.isFile() ? found.size : undefined
  }

  return {
    size,
    async put(key, bytes) {
      const path = pathOf(key)
      await prepare()
      const incoming = join(aside, randomUUID())
      try {
        await write(incoming, bytes)
        const { size: sizeBytes } = await stat(incoming)
        await mkdir(dirname(path), { recursive: true })
        await rename(incoming, path)
        await syncFolder(dirname(path))
        return { sizeBytes }
      } catch (error) {
        await rm(incoming, { force: true })
        throw error
      }
    },
    async get(key, range) {
      const path = pathOf(key)
      if ((await size(key)) === undefined) return undefined
      const file = await open(path, 'r').catch(absentIs(undefined))
      return file && createReadStream(path, { fd: file, ...range, highWaterMark: 256 * 1024 })
    },
    async delete(key) {
      await rm(pathOf(key), { force: true })
    },
  }
}
