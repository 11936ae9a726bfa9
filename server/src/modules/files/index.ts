/** A stored file as other modules see it. */
export interface FileFacts {
  id: string
  kind: 'avatar' | 'image' | 'attachment' | 'video' | 'track' | 'import' | 'export'
  ownerId: string
  state: 'pending' | 'ready' | 'refused'
  name: string
  type: string
  sizeBytes: number
  sha256: string
  /** Pixels, for images. */
  width: number | null
  height: number | null
}

export interface FilesApi {
  find(ids: string[]): Promise<Map<string, FileFacts>>
  /** The address of a variant: `64` and `256` of an avatar, `320` to `1920` of an image, `original` of others. */
  urlOf(file: Pick<FileFacts, 'id' | 'sha256'>, variant: string): string
}

export { fileErased, fileReady } from './events.ts'
