import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { derivedKeys } from '../../../kernel/derived-keys.ts'

const algorithm = 'aes-256-gcm'

/** `010-dddd-dddd` or E.164. */
export const phonePattern = '^(010-\\d{4}-\\d{4}|\\+[1-9]\\d{6,14})$'

export function sealPhone(secretKeys: readonly string[], phone: string): Buffer {
  const [key] = derivedKeys(secretKeys, 'identity.phone')
  if (!key) throw new Error('there is no secret key')
  const nonce = randomBytes(12)
  const cipher = createCipheriv(algorithm, key, nonce)
  const sealed = Buffer.concat([cipher.update(phone, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** Undefined when none of the keys is the one that it was sealed with. */
export function openPhone(secretKeys: readonly string[], sealed: Buffer): string | undefined {
  for (const key of derivedKeys(secretKeys, 'identity.phone'))
    try {
      const cipher = createDecipheriv(algorithm, key, sealed.subarray(0, 12)).setAuthTag(sealed.subarray(12, 28))
      return cipher.update(sealed.subarray(28), undefined, 'utf8') + cipher.final('utf8')
    } catch {}
  return undefined
}
