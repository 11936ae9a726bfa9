/** Terms are kept in so many buckets, by the upper bits of their 27-bit hash. */
export const bucketCount = 64
export const bucketOf = (hash: number): number => hash >>> 21

/** The count of a hash in a bucket's ascending pairs of hash and count, four bytes each; 0 where it is absent. */
export function countOf(entries: Buffer, hash: number): number {
  let low = 0
  let high = (entries.length >>> 3) - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = entries.readUInt32LE(middle * 8)
    if (found === hash) return entries.readUInt32LE(middle * 8 + 4)
    if (found < hash) low = middle + 1
    else high = middle - 1
  }
  return 0
}

/** A bucket with these differences added; what falls to 0 or below is left out. */
export function addTo(entries: Buffer, differences: Map<number, number>): Buffer {
  const changed = [...differences].sort(([x], [y]) => x - y)
  const out = Buffer.allocUnsafe(entries.length + changed.length * 8)
  let size = 0
  let from = 0
  const put = (hash: number, count: number) => {
    if (count <= 0) return
    out.writeUInt32LE(hash, size)
    out.writeUInt32LE(count, size + 4)
    size += 8
  }
  for (const [hash, difference] of changed) {
    while (from < entries.length && entries.readUInt32LE(from) < hash) {
      entries.copy(out, size, from, from + 8)
      size += 8
      from += 8
    }
    const known = from < entries.length && entries.readUInt32LE(from) === hash
    put(hash, difference + (known ? entries.readUInt32LE(from + 4) : 0))
    if (known) from += 8
  }
  entries.copy(out, size, from)
  return out.subarray(0, size + entries.length - from)
}
