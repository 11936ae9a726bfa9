import type { Actor } from '../../kernel/actor.ts'
import { invalid } from '../../kernel/problems.ts'
import type { UploadPart } from '../../module.ts'
import type { Platform } from '../../platform/platform.ts'
import { checkQuota } from './check-quota.ts'
import { fileKinds, maxUploadBytes, type UploadKind, uploadKinds } from './file-kinds.ts'
import type { FileRow } from './file-row.ts'
import { fileTooLarge } from './problems.ts'
import { withUpload } from './receive-upload.ts'
import { storeFile } from './store-file.ts'

/** What a multipart body may add to its file: boundaries, headers, a few fields. */
const envelopeBytes = 16 * 1024

export interface Upload {
  /** Absent: the form's field `kind` says it. */
  kind?: UploadKind | undefined
  /** Of the whole body, as the client announces it. */
  contentLength: number | undefined
  part(): Promise<UploadPart>
}

/** Takes one file in; what is announced as too large or beyond the quota is refused before its body is read. */
export async function uploadFile(platform: Platform, actor: Actor, upload: Upload): Promise<FileRow> {
  const { contentLength = 0 } = upload
  const atMost = upload.kind ? fileKinds[upload.kind].maxBytes : maxUploadBytes
  if (contentLength > atMost + envelopeBytes) throw fileTooLarge({ facts: { maxBytes: atMost } })
  await checkQuota(platform, platform.db, actor.id, Math.max(0, contentLength - envelopeBytes))
  const part = await upload.part()
  const kind = upload.kind ?? kindNamed(part.fields['kind'])
  return withUpload(platform.config.dataDir, part, fileKinds[kind].maxBytes, (received) =>
    storeFile(platform, actor, { ...received, kind, name: part.fileName, declaredType: part.mimeType }),
  )
}

function kindNamed(name: string | undefined): UploadKind {
  const kind = uploadKinds.find((one) => one === name)
  if (!kind) throw invalid({ errors: [{ at: '/kind', code: name === undefined ? 'required' : 'not-allowed' }] })
  return kind
}
