import { hkdfSync } from 'node:crypto'

/**
 * Keys of 32 bytes for one purpose, derived from the operator's secrets (HKDF-SHA-256, RFC 5869). The first one signs or
 * encrypts; all of them verify or decrypt, so that SECRET_KEY can be rotated.
 */
export const derivedKeys = (secretKeys: readonly string[], purpose: string): Buffer[] =>
  secretKeys.map((secret) => Buffer.from(hkdfSync('sha256', secret, 'madang', purpose, 32)))
