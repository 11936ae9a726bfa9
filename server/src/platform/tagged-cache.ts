import { LRUCache } from 'lru-cache'

/** A moment before a read: what was invalidated after it may not be stored. */
export type CacheMoment = number

export interface CacheEntry {
  body: Buffer
  etag: string
  /** What goes out with the body besides its length and its `etag`. */
  headers: readonly (readonly [name: string, value: string])[]
  /** The route that answered, for the metrics. */
  route: string
  /** What would change it; the cache fills this in. */
  tags?: string[]
}

/**
 * Answers that anyone may see, in memory, until an event names one of their tags (an id or a module's name).
 * What was read before an invalidation is never stored after it.
 */
export interface TaggedCache {
  get(key: string): CacheEntry | undefined
  now(): CacheMoment
  put(key: string, entry: CacheEntry, tags: string[], readAt: CacheMoment): void
  invalidate(tags: Iterable<string>): void
  clear(): void
  readonly hits: number
  /** Answers that could be kept and had to be made. */
  readonly misses: number
}

const mostTags = 100_000

export function createTaggedCache(maxBytes = 64 * 2 ** 20): TaggedCache {
  const keysOf = new Map<string, Set<string>>()
  const invalidatedAt = new Map<string, number>()
  let moment = 1
  let floor = 0
  let hits = 0
  let misses = 0
  const forget = (key: string, { tags }: { tags: string[] }) => {
    for (const tag of tags) {
      const keys = keysOf.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) keysOf.delete(tag)
    }
  }
  const entries = new LRUCache<string, CacheEntry & { tags: string[] }>({
    maxSize: maxBytes,
    sizeCalculation: (entry, key) => entry.body.length + key.length + 200,
    dispose: (entry, key) => forget(key, entry),
  })
  return {
    get(key) {
      const found = entries.get(key)
      if (found) hits++
      return found
    },
    now: () => moment,
    put(key, entry, tags, readAt) {
      misses++
      if (readAt < floor || tags.some((tag) => (invalidatedAt.get(tag) ?? 0) > readAt)) return
      entries.set(key, { ...entry, tags })
      for (const tag of tags) {
        const keys = keysOf.get(tag) ?? new Set()
        keysOf.set(tag, keys.add(key))
      }
    },
    invalidate(tags) {
      moment++
      if (invalidatedAt.size > mostTags) {
        invalidatedAt.clear()
        floor = moment
      }
      for (const tag of tags) {
        invalidatedAt.set(tag, moment)
        for (const key of [...(keysOf.get(tag) ?? [])]) entries.delete(key)
      }
    },
    clear() {
      floor = ++moment
      entries.clear()
    },
    get hits() {
      return hits
    },
    get misses() {
      return misses
    },
  }
}
