import { createHash } from 'node:crypto'

const pad = (token: string) => createHash('sha256').update(`successor of ${token}`).digest()
const mix = (a: Buffer, b: Buffer) => Buffer.from(a.map((byte, i) => byte ^ (b[i] ?? 0)))

/**
 * A token of 32 bytes under a pad made of the one before it: who holds the old token can be given the new one again,
 * and the database alone (which knows hashes only) tells neither.
 */
export const sealSuccessor = (token: string, successor: string): Buffer =>
  mix(Buffer.from(successor, 'base64url'), pad(token))

export const openSuccessor = (token: string, sealed: Buffer): string => mix(sealed, pad(token)).toString('base64url')
