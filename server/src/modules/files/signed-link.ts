import { createHmac, timingSafeEqual } from 'node:crypto'
import { derivedKeys } from '../../kernel/derived-keys.ts'
import { linkInvalid } from './problems.ts'

const purpose = 'files link'

const sign = (key: Buffer, path: string, expires: number) =>
  createHmac('sha256', key).update(`${path}\n${expires}`).digest()

/** The path with its expiry (seconds since 1970) and the signature of both; the path names the variant. */
export function signPath(secretKeys: readonly string[], path: string, expires: number): string {
  const [key = Buffer.alloc(0)] = derivedKeys(secretKeys, purpose)
  return `${path}?expires=${expires}&signature=${sign(key, path, expires).toString('base64url')}`
}

/** Refuses an expired or altered signature. Any of the keys may have signed: they rotate. */
export function checkSignature(
  secretKeys: readonly string[],
  path: string,
  { expires, signature }: { expires: number; signature: string },
  now: Date,
): void {
  const given = Buffer.from(signature, 'base64url')
  // base64url has several spellings of the same bytes: one counts
  if (given.toString('base64url') !== signature) throw linkInvalid()
  const fits = derivedKeys(secretKeys, purpose).some((key) => {
    const right = sign(key, path, expires)
    return right.length === given.length && timingSafeEqual(right, given)
  })
  if (!fits || expires * 1000 <= now.getTime()) throw linkInvalid()
}
