import { type Static, Type } from 'typebox'
import { Nullable, OneOf, Time } from '../../kernel/schema.ts'
import { uploadKinds } from './file-kinds.ts'
import { type FileRow, fileUrl } from './file-row.ts'

export const FileView = Type.Object({
  id: Type.String(),
  kind: OneOf(uploadKinds),
  state: OneOf(['pending', 'ready', 'refused']),
  name: Type.String(),
  type: Type.String(),
  sizeBytes: Type.Integer(),
  sha256: Type.String(),
  width: Nullable(Type.Integer()),
  height: Nullable(Type.Integer()),
  /** The largest picture, or the file itself. */
  url: Type.String(),
  urls: Type.Record(Type.String(), Type.String()),
  /** Something shows it; else it is erased a day after its upload. */
  used: Type.Boolean(),
  createdAt: Time,
})
export type FileView = Static<typeof FileView>

export const fileView = (file: FileRow) => ({
  id: file.id,
  kind: file.kind,
  state: file.state,
  name: file.name,
  type: file.type,
  sizeBytes: file.sizeBytes,
  sha256: file.sha256,
  width: file.width,
  height: file.height,
  url: fileUrl(file, file.variants.at(-1)?.name ?? 'original'),
  urls: Object.fromEntries(file.variants.map(({ name }) => [name, fileUrl(file, name)])),
  used: file.unreferencedSince === null,
  createdAt: file.createdAt,
})

export const MyFilesView = Type.Object({
  items: Type.Array(FileView),
  next: Nullable(Type.String()),
  usedBytes: Type.Integer(),
  quotaBytes: Type.Integer(),
  usedTodayBytes: Type.Integer(),
  dailyQuotaBytes: Type.Integer(),
})

export const FileLinkView = Type.Object({ url: Type.String(), expiresAt: Time })
