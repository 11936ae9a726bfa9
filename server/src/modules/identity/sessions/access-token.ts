import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { calculateJwkThumbprint, errors, importJWK, jwtVerify, SignJWT } from 'jose'
import { LRUCache } from 'lru-cache'
import type { Clock } from '../../../kernel/clock.ts'
import { derivedKeys } from '../../../kernel/derived-keys.ts'
import { sessionExpired, sessionRevoked } from '../problems.ts'

export interface AccessClaims {
  memberId: string
  sessionId: string
  expiresAt: Date
}

export interface AccessTokens {
  issue(claims: AccessClaims): Promise<string>
  /** Refuses an expired one as identity-session-expired, one that we did not sign as identity-session-revoked. */
  read(token: string): Promise<AccessClaims>
}

interface Signer {
  id: string
  privateKey: KeyObject
  publicKey: CryptoKey
}

const alg = 'EdDSA'
const typ = 'at+jwt'
const longestToken = 1000
// PKCS #8 of an Ed25519 key up to its 32 bytes (RFC 8410)
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** base64url has several spellings of the same bytes: one counts. */
const isCanonical = (token: string): boolean =>
  token.split('.').every((part) => Buffer.from(part, 'base64url').toString('base64url') === part)

async function signerOf(seed: Buffer): Promise<Signer> {
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
  const jwk = createPublicKey(privateKey).export({ format: 'jwk' }) as { kty: string; crv: string; x: string }
  return {
    id: (await calculateJwkThumbprint(jwk)).slice(0, 12),
    privateKey,
    publicKey: (await importJWK(jwk, alg)) as CryptoKey,
  }
}

/**
 * Ed25519 JWTs (RFC 9068, 8037) under keys derived from SECRET_KEY. A signature costs 0.16 ms to check, so one that was
 * checked is remembered: whether its session still stands is asked elsewhere, each time.
 */
export function createAccessTokens({
  secretKeys,
  clock,
}: {
  secretKeys: readonly string[]
  clock: Clock
}): AccessTokens {
  const signers = Promise.all(derivedKeys(secretKeys, 'identity.access-token').map(signerOf))
  signers.catch(() => {})
  const checked = new LRUCache<string, AccessClaims>({ max: 20_000 })

  async function check(token: string): Promise<AccessClaims> {
    const known = await signers
    if (!isCanonical(token)) throw sessionRevoked()
    try {
      const { payload } = await jwtVerify(
        token,
        ({ kid }) => {
          const signer = known.find(({ id }) => id === kid)
          if (!signer) throw new errors.JOSEError('unknown key')
          return signer.publicKey
        },
        { algorithms: [alg], typ, currentDate: clock.now(), requiredClaims: ['sub', 'sid', 'exp'] },
      )
      return {
        memberId: String(payload.sub),
        sessionId: String(payload['sid']),
        expiresAt: new Date(Number(payload.exp) * 1000),
      }
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw sessionExpired()
      if (error instanceof errors.JOSEError) throw sessionRevoked()
      throw error
    }
  }

  return {
    async issue({ memberId, sessionId, expiresAt }) {
      const [signer] = await signers
      if (!signer) throw new Error('there is no secret key')
      return new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg, typ, kid: signer.id })
        .setSubject(memberId)
        .setIssuedAt(clock.now())
        .setExpirationTime(expiresAt)
        .sign(signer.privateKey)
    },
    async read(token) {
      if (token.length > longestToken) throw sessionRevoked()
      const known = checked.get(token)
      if (known && known.expiresAt > clock.now()) return known
      const claims = await check(token)
      checked.set(token, claims)
      return claims
    },
  }
}
