import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Config } from '../../config/config.ts'
import { derivedKeys } from '../../kernel/derived-keys.ts'

const tokens = ({ secretKeys }: Pick<Config, 'secretKeys'>, nonce: Buffer): string[] =>
  derivedKeys(secretKeys, 'identity.set-up').map((key) => createHmac('sha256', key).update(nonce).digest('base64url'))

/** The token of the set-up link: made from SECRET_KEY and the row's nonce, so that a restart prints the same link. */
export const setupToken = (config: Pick<Config, 'secretKeys'>, nonce: Buffer): string => {
  const [token] = tokens(config, nonce)
  if (token === undefined) throw new Error('there is no secret key')
  return token
}

export function isSetupToken(config: Pick<Config, 'secretKeys'>, nonce: Buffer, token: string): boolean {
  const given = Buffer.from(token)
  return tokens(config, nonce).some(
    (right) => given.length === right.length && timingSafeEqual(given, Buffer.from(right)),
  )
}
