import type { Readable } from 'node:stream'

/** Bytes by key. Keys are `[a-z0-9/_.-]`, at most 200 characters, without `..`. */
export interface BlobStore {
  /** Durable when it resolves; an interrupted put leaves nothing under the key. */
  put(key: string, bytes: Readable | Buffer): Promise<{ sizeBytes: number }>
  /** The bytes from `start` to `end` inclusive, or undefined when there is no such key. */
  get(key: string, range?: { start: number; end: number }): Promise<Readable | undefined>
  size(key: string): Promise<number | undefined>
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>
}
