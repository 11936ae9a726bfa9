import { createReadStream } from 'node:fs'
import type { Actor } from '../../kernel/actor.ts'
import type { Platform } from '../../platform/platform.ts'
import { checkQuota } from './check-quota.ts'
import { fileReady } from './events.ts'
import { fileKinds, type UploadKind } from './file-kinds.ts'
import { tidyFileName } from './file-name.ts'
import { blobKey, type FileRow, type Variant } from './file-row.ts'
import { insertPending, lockOwner, markReady, type NewFile } from './file-store.ts'
import type { FileType } from './file-types.ts'
import { readPicture, renderAvatar, renderImage } from './image.ts'
import { fileTooLarge, fileTypeRefused } from './problems.ts'
import type { Received } from './receive-upload.ts'
import { recogniseType } from './recognise-type.ts'

export interface Incoming extends Received {
  kind: UploadKind
  name: string
  /** The type that the client claims; may be empty. */
  declaredType: string
}

interface Content {
  facts: Pick<FileRow, 'width' | 'height'>
  variants: (Variant & { bytes?: Buffer })[]
}

/**
 * Judges a received file by its content and stores it: pictures as WebP variants without metadata, anything else as it
 * is. The row comes first, as pending: a crash leaves nothing that the hourly job would not find.
 */
export async function storeFile(platform: Platform, actor: Actor, incoming: Incoming): Promise<FileRow> {
  const type = await typeOf(incoming)
  const { facts, variants } = await contentOf(incoming, type)
  const file: NewFile = {
    id: platform.ids.next('fil'),
    ownerId: actor.id,
    kind: incoming.kind,
    name: tidyFileName(incoming.name),
    type: type.type,
    sizeBytes: incoming.sizeBytes,
    sha256: incoming.sha256,
    ...facts,
    variants: variants.map(({ bytes: _, ...variant }) => variant),
    createdAt: platform.clock.now(),
  }
  await platform.db.transact(async (tx) => {
    await lockOwner(tx, actor.id)
    await checkQuota(platform, tx, actor.id, file.sizeBytes)
    await insertPending(tx, file)
  })
  for (const { name, bytes } of variants)
    await platform.blobs.put(blobKey(file.id, name), bytes ?? createReadStream(incoming.path))
  await platform.db.transact(async (tx) => {
    await markReady(tx, file.id)
    tx.publish(fileReady, file.id, { fileId: file.id, ownerId: file.ownerId, kind: file.kind })
  })
  return { ...file, state: 'ready', unreferencedSince: file.createdAt, replacedAt: null }
}

async function typeOf({ path, name, declaredType, kind, sizeBytes }: Incoming): Promise<FileType> {
  const { types, maxBytes } = fileKinds[kind]
  if (sizeBytes > maxBytes) throw fileTooLarge({ facts: { maxBytes } })
  const type = await recogniseType(path, tidyFileName(name), declaredType)
  if (!type || !types.includes(type))
    throw fileTypeRefused({ facts: { accepted: [...new Set(types.flatMap(({ extensions }) => extensions))] } })
  return type
}

async function contentOf({ path, kind, sizeBytes }: Incoming, type: FileType): Promise<Content> {
  if (type.family !== 'image') {
    const original = { name: 'original', type: type.type, sizeBytes, width: null, height: null }
    return { facts: { width: null, height: null }, variants: [original] }
  }
  const picture = await readPicture(path, type)
  const render = kind === 'avatar' ? renderAvatar : renderImage
  const renderings = await render(picture, type, fileKinds[kind].sizes)
  return {
    facts: { width: picture.width, height: picture.height },
    variants: renderings.map(({ data, ...variant }) => ({ ...variant, sizeBytes: data.length, bytes: data })),
  }
}
