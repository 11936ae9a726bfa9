import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { FileFacts, FilesApi } from '../../modules/files/index.ts'
import type { Entry } from '../import-ledger.ts'
import { type UploadOptions, uploadFile } from '../writer.ts'

type Shared = Pick<UploadOptions, 'api' | 'pen' | 'source'>

export interface ShownFile {
  authorId: string
  token: string
  kind: 'image' | 'attachment'
  /** In the folder, and on this machine. */
  path: string
  onDisk: string
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('base64url')
}

const largestBytes = 20 * 1024 * 1024

/**
 * The address of a picture or attachment of the source, uploaded once an author; its bytes changed: uploaded anew. Answers
 * `refused` with the reason where it cannot be taken.
 */
export function shownFiles(shared: Shared, files: FilesApi, entries: Map<string, Entry>, isDryRun: boolean) {
  const known = new Map<string, { url: string } | { refused: string }>()

  const addressOf = (file: FileFacts) =>
    file.width === null ? files.urlOf(file, 'original') : `${files.urlOf(file, '1280')}#${file.width}x${file.height}`

  async function find({ token, kind, path, onDisk }: ShownFile, key: string) {
    if ((await stat(onDisk)).size > largestBytes) return { refused: 'larger than 20 MB' }
    const entry = entries.get(key)
    if (entry?.hash && entry.hash === (await hashOfFile(onDisk))) {
      const found = (await files.find([entry.targetId])).get(entry.targetId)
      if (found) return { url: addressOf(found) }
    }
    if (isDryRun) return { url: `/files/${path}` }
    const stored = await uploadFile({ ...shared, token, kind, onDisk, key })
    if ('refused' in stored) return stored
    const view = (await files.find([stored.id])).get(stored.id)
    return { url: view ? addressOf(view) : stored.url }
  }

  return async (file: ShownFile) => {
    const key = `${file.kind}:${file.authorId}:${file.path}`
    const answer = known.get(key) ?? (await find(file, key))
    known.set(key, answer)
    return answer
  }
}
