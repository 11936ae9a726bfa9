import { avatarTypes, type FileType, fileTypes, imageTypes } from './file-types.ts'

const MB = 1024 * 1024

export const uploadKinds = ['avatar', 'image', 'attachment'] as const
export type UploadKind = (typeof uploadKinds)[number]

export interface FileKind {
  types: FileType[]
  maxBytes: number
  /** How many of them one subject may show. */
  maxInSubject: number
  /** Sides of the squares, or widths, of the pictures made of it. */
  sizes: readonly number[]
}

export const fileKinds: Record<UploadKind, FileKind> = {
  avatar: { types: avatarTypes, maxBytes: 5 * MB, maxInSubject: 1, sizes: [64, 256] },
  image: { types: imageTypes, maxBytes: 10 * MB, maxInSubject: 20, sizes: [320, 640, 1280, 1920] },
  attachment: { types: fileTypes, maxBytes: 20 * MB, maxInSubject: 10, sizes: [320, 640, 1280, 1920] },
}

/** The largest body that any kind lets through. */
export const maxUploadBytes = Math.max(...Object.values(fileKinds).map(({ maxBytes }) => maxBytes))
