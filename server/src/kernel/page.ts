import { cursorInvalid } from './problems.ts'

/** A page of a keyset list: `next` is the cursor of the following page, or null at the end. */
export interface Page<T> {
  items: T[]
  next: string | null
}

export type CursorPart = string | number | null

/** The position behind a row: the values of the sort's columns, ending in the id. Opaque to clients. */
export const encodeCursor = (parts: CursorPart[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url')

/** The parts of a cursor, or a problem when it is not one of `length` parts. */
export function decodeCursor(cursor: string | undefined, length: number): CursorPart[] | undefined {
  if (!cursor) return undefined
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const fits = (p: unknown) => p === null || typeof p === 'string' || typeof p === 'number'
    if (Array.isArray(parts) && parts.length === length && parts.every(fits)) return parts
  } catch {}
  throw cursorInvalid()
}

/** Cuts `limit + 1` rows to a page: the one too many only says that there is more. */
export function pageOf<T>(rows: T[], limit: number, cursorOf: (last: T) => CursorPart[]): Page<T> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? encodeCursor(cursorOf(last)) : null }
}
