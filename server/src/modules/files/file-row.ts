import { raw } from '../../platform/database.ts'
import type { FileFacts } from './index.ts'

/** One blob of a file: `640` of a picture, `original` of anything else. */
export interface Variant {
  name: string
  type: string
  sizeBytes: number
  width: number | null
  height: number | null
}

export interface FileRow extends Omit<FileFacts, 'state'> {
  state: FileFacts['state'] | 'erased'
  variants: Variant[]
  createdAt: Date
  unreferencedSince: Date | null
  replacedAt: Date | null
}

export const fileColumns = raw(`f.id, f.owner_id as "ownerId", f.kind, f.state, f.name, f.type,
  f.size_bytes as "sizeBytes", f.sha256, f.width, f.height, f.variants, f.created_at as "createdAt",
  f.unreferenced_since as "unreferencedSince", f.replaced_at as "replacedAt"`)

/** Spread over 1,024 folders by the random end of the id. */
export const blobKey = (id: string, variant: string) => `files/${id.slice(-2)}/${id}/${variant}`

/** Enough of the content's hash to be another address for another content. */
export const shortHash = (sha256: string) => sha256.slice(0, 16)

export const fileUrl = (file: Pick<FileFacts, 'id' | 'sha256'>, variant: string) =>
  `/files/${file.id}/${shortHash(file.sha256)}/${variant}`

/** What a variant's name stands for: the named one, or for a picture the next larger one that there is. */
export function variantNamed(variants: Variant[], name: string): Variant | undefined {
  const exact = variants.find((variant) => variant.name === name)
  if (exact || !/^\d{2,4}$/.test(name)) return exact
  const sizes = variants.filter((variant) => variant.width !== null)
  return sizes.find((variant) => Number(variant.name) >= Number(name)) ?? sizes.at(-1)
}
