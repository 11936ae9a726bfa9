export interface ByteRange {
  start: number
  /** Inclusive. */
  end: number
}

/**
 * The one range that a `Range` header asks of `sizeBytes` bytes (RFC 9110 §14.2): undefined where the header is absent,
 * of another unit or of several ranges, so that the whole is answered; `unsatisfiable` where nothing of it is there.
 */
export function byteRangeOf(header: string | undefined, sizeBytes: number): ByteRange | 'unsatisfiable' | undefined {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(header?.replace(/\s/g, '') ?? '')
  if (!asked) return undefined
  const [first = '', last = ''] = asked.slice(1)
  if (!first && !last) return undefined
  if (!first) {
    const wanted = Number(last)
    if (!wanted || !sizeBytes) return 'unsatisfiable'
    return { start: Math.max(0, sizeBytes - wanted), end: sizeBytes - 1 }
  }
  const start = Number(first)
  if (last && Number(last) < start) return undefined
  if (start >= sizeBytes) return 'unsatisfiable'
  return { start, end: last ? Math.min(Number(last), sizeBytes - 1) : sizeBytes - 1 }
}
