import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits for a link or a cookie; only their hash is stored. */
export const secretToken = (): string => randomBytes(32).toString('base64url')
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()
