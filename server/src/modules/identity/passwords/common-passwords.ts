import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const width = 5
let list: Buffer | undefined

/**
 * True when a password is among the 100,000 commonest of the world's leaks, ignoring case.
 * `common-passwords.bin` holds the first 5 bytes of the SHA-256 of each one of 8 characters or more, lower case, NFC, in
 * order; a stranger is taken for one of them once in 24 million.
 * Source: PwnedPasswordsTop100k, Have I Been Pwned and the UK's National Cyber Security Centre.
 */
export function isCommonPassword(password: string): boolean {
  list ??= readFileSync(new URL('./common-passwords.bin', import.meta.url))
  const hash = createHash('sha256').update(password.normalize('NFC').toLowerCase()).digest().subarray(0, width)
  let low = 0
  let high = list.length / width - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const order = hash.compare(list, middle * width, (middle + 1) * width)
    if (order === 0) return true
    if (order < 0) high = middle - 1
    else low = middle + 1
  }
  return false
}
