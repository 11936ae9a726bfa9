import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { UploadPart } from '../../module.ts'
import { fileEmpty, fileTooLarge } from './problems.ts'

/** An uploaded file set aside on this machine, until it is looked at. */
export interface Received {
  path: string
  sizeBytes: number
  /** Hex. */
  sha256: string
}

/** Where uploads lie while they are looked at; what a killed process leaves there is swept by the hourly job. */
export const asideFolder = (dataDir: string) => join(dataDir, 'incoming')

/** Takes the bytes in, never more than `maxBytes`; hands them to `use` and forgets them afterwards. */
export async function withUpload<T>(
  dataDir: string,
  part: UploadPart,
  maxBytes: number,
  use: (received: Received) => Promise<T>,
): Promise<T> {
  const folder = asideFolder(dataDir)
  const path = join(folder, randomUUID())
  await mkdir(folder, { recursive: true })
  const hash = createHash('sha256')
  let sizeBytes = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.length
      if (sizeBytes > maxBytes) return done(fileTooLarge({ facts: { maxBytes } }))
      hash.update(chunk)
      done(null, chunk)
    },
  })
  try {
    await pipeline(part.stream, measure, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    if (part.stream.truncated) throw fileTooLarge({ facts: { maxBytes } })
    if (!sizeBytes) throw fileEmpty()
    return await use({ path, sizeBytes, sha256: hash.digest('hex') })
  } finally {
    await rm(path, { force: true })
  }
}
