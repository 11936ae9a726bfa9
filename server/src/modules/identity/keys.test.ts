import { expect, it } from 'vitest'
import { type Clock, systemClock } from '../../kernel/clock.ts'
import { openPhone, sealPhone } from './members/phone.ts'
import { createAccessTokens } from './sessions/access-token.ts'
import { isSetupToken, setupToken } from './setup-key.ts'

const old = 'an old secret key of more than 32 bytes'
const recent = 'a recent secret key of more than 32 bytes'
const claims = () => ({
  memberId: 'mem_01arz3ndektsv4rrffq69g5fav',
  sessionId: 'ses_01arz3ndektsv4rrffq69g5fav',
  expiresAt: new Date(Math.floor(Date.now() / 1000) * 1000 + 60_000),
})
const tokens = (secretKeys: string[], clock: Clock = systemClock) => createAccessTokens({ secretKeys, clock })

it('what an older SECRET_KEY signed or sealed is good until that key is taken off the list', async () => {
  const given = claims()
  const token = await tokens([old]).issue(given)
  expect(await tokens([recent, old]).read(token)).toEqual(given)
  await expect(tokens([recent]).read(token)).rejects.toMatchObject({ code: 'identity-session-revoked' })

  const sealed = sealPhone([old], '010-1234-5678')
  expect(openPhone([recent, old], sealed)).toBe('010-1234-5678')
  expect(openPhone([recent], sealed)).toBeUndefined()
  expect(openPhone([old], Buffer.concat([sealed.subarray(0, -1), Buffer.from([0])]))).toBeUndefined()

  const nonce = Buffer.alloc(32, 1)
  const link = setupToken({ secretKeys: [old] }, nonce)
  expect(isSetupToken({ secretKeys: [recent, old] }, nonce, link)).toBe(true)
  expect(isSetupToken({ secretKeys: [recent] }, nonce, link)).toBe(false)
})

it('the first key of the list signs', async () => {
  const token = await tokens([recent, old]).issue(claims())
  await expect(tokens([old]).read(token)).rejects.toMatchObject({ code: 'identity-session-revoked' })
})

it('a token that was checked before is refused when its time is over', async () => {
  let now = new Date()
  const reader = tokens([old], { now: () => now })
  const given = claims()
  const token = await reader.issue(given)
  expect(await reader.read(token)).toEqual(given)
  now = new Date(given.expiresAt.getTime())
  await expect(reader.read(token)).rejects.toMatchObject({ code: 'identity-session-expired' })
})
