import type { Actor } from '../../kernel/actor.ts'
import { isNotModified } from '../../kernel/etag.ts'
import { gone, notFound } from '../../kernel/problems.ts'
import { Answer } from '../../module.ts'
import type { Platform } from '../../platform/platform.ts'
import { byteRangeOf } from './byte-range.ts'
import { contentDisposition } from './file-name.ts'
import { blobKey, type FileRow, type Variant, variantNamed } from './file-row.ts'
import { findReadable, type Readership, readershipOf } from './may-read.ts'
import { checkSignature } from './signed-link.ts'

export interface Asked {
  id: string
  hash: string
  variant: string
  path: string
  signed?: { expires: number; signature: string }
  range?: string | undefined
  ifRange?: string | undefined
  ifNoneMatch?: string | undefined
  actor: Actor
}

const yearS = 31_536_000
const cacheControl: Record<Readership, string> = {
  public: `public, max-age=${yearS}, immutable`,
  private: 'private, no-cache',
}

/** The bytes of one variant, whole or the range that was asked for. */
export async function serveFile(platform: Platform, asked: Asked): Promise<Answer> {
  if (asked.signed) checkSignature(platform.config.secretKeys, asked.path, asked.signed, platform.clock.now())
  const file = await findReadable(platform, asked.id, asked.hash)
  const variant = variantNamed(file.variants, asked.variant)
  if (!variant) throw notFound()
  const readership = asked.signed ? 'private' : await readershipOf(platform, file, asked.actor)
  const headers = headersOf(file, variant, readership)
  if (isNotModified(asked.ifNoneMatch, headers.etag)) return new Answer(304, undefined, headers)

  const wanted = !asked.ifRange || asked.ifRange === headers.etag ? asked.range : undefined
  const range = byteRangeOf(wanted, variant.sizeBytes)
  if (range === 'unsatisfiable')
    return new Answer(416, undefined, { 'content-range': `bytes */${variant.sizeBytes}`, 'cache-control': 'no-store' })
  const bytes = await platform.blobs.get(blobKey(file.id, variant.name), range)
  if (!bytes) throw gone()
  if (!range) return new Answer(200, bytes, { ...headers, 'content-length': String(variant.sizeBytes) })
  return new Answer(206, bytes, {
    ...headers,
    'content-length': String(range.end - range.start + 1),
    'content-range': `bytes ${range.start}-${range.end}/${variant.sizeBytes}`,
  })
}

/** What keeps an uploaded file from acting as a page of ours: no sniffing, no scripts, a sandbox, pictures alone inline. */
function headersOf(file: FileRow, variant: Variant, readership: Readership) {
  const picture = variant.type.startsWith('image/')
  const name = picture ? `${file.name.replace(/\.[^.]*$/, '')}.webp` : file.name
  return {
    'content-type': variant.type.startsWith('text/') ? 'application/octet-stream' : variant.type,
    'content-disposition': contentDisposition(picture ? 'inline' : 'attachment', name),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    etag: `"${file.sha256.slice(0, 20)}-${variant.name}"`,
    'cache-control': cacheControl[readership],
    ...(readership === 'private' ? { 'cross-origin-resource-policy': 'same-origin' } : {}),
  }
}
