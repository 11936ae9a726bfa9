import { LRUCache } from 'lru-cache'

/**
 * Rows by id, in memory until somebody says that one has changed. What was being read while it changed is handed to its
 * reader but not kept.
 */
export interface RowCache<T> {
  /** Rows that do not exist are absent. */
  many(ids: Iterable<string>): Promise<Map<string, T>>
  one(id: string): Promise<T | undefined>
  forget(id: string): void
  clear(): void
}

export function createRowCache<T extends object>(
  load: (ids: string[]) => Promise<Map<string, T>>,
  max: number,
): RowCache<T> {
  const rows = new LRUCache<string, T>({ max })
  const reading = new Map<string, symbol>()

  async function fill(ids: string[], into: Map<string, T>): Promise<void> {
    const mark = Symbol()
    for (const id of ids) reading.set(id, mark)
    try {
      for (const [id, row] of await load(ids)) {
        into.set(id, row)
        if (reading.get(id) === mark) rows.set(id, row)
      }
    } finally {
      for (const id of ids) if (reading.get(id) === mark) reading.delete(id)
    }
  }

  async function many(ids: Iterable<string>): Promise<Map<string, T>> {
    const found = new Map<string, T>()
    const missing: string[] = []
    for (const id of new Set(ids)) {
      const row = rows.get(id)
      if (row) found.set(id, row)
      else missing.push(id)
    }
    if (missing.length) await fill(missing, found)
    return found
  }

  return {
    many,
    async one(id) {
      return rows.get(id) ?? (await many([id])).get(id)
    },
    forget(id) {
      reading.delete(id)
      rows.delete(id)
    },
    clear() {
      reading.clear()
      rows.clear()
    },
  }
}
