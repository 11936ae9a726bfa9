import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Reply, type TestApp, testApp } from '../../../../test/app.ts'
import { sql } from '../../../platform/database.ts'
import { mailedToken, password, statusesOf } from '../identity-for-tests.ts'

const minuteMs = 60_000
let app: TestApp
beforeAll(async () => {
  app = await testApp({ env: { TRUST_PROXY: '127.0.0.1' } })
})
afterAll(() => app.close())

let networks = 0
/** An address that nobody has used yet, in a network of its own. */
const newAddress = () => `10.${Math.floor(++networks / 250)}.${networks % 250}.7`
const signIn = (email: string, secret: string, address: string): Promise<Reply> =>
  app.guest.post('/api/sessions', { email, password: secret }, { 'x-forwarded-for': address })
const inFuture = (ms: number) => app.setTime(new Date(Date.now() + ms))
const wrong = 'not the right one'

async function fail(email: string, address: string, times: number): Promise<Reply[]> {
  const replies: Reply[] = []
  for (let n = 0; n < times; n++) replies.push(await signIn(email, wrong, address))
  return replies
}

it('a crowd of attempts at once gets no more tries than one after the other', async () => {
  const address = newAddress()
  const replies = await Promise.all(
    Array.from({ length: 130 }, (_, n) => signIn(`nobody-${n}@example.org`, wrong, address)),
  )
  expect(statusesOf(replies)).toEqual({ 401: 100, 429: 30 })
})

describe('five failures in a quarter of an hour', () => {
  it('lock the account for this network for 15 minutes, with the right password too', async () => {
    const { email } = await app.signUp()
    const address = newAddress()
    expect(statusesOf(await fail(email, address, 5))).toEqual({ 401: 5 })
    const locked = await signIn(email, password, address)
    expect(locked).toMatchObject({ status: 429, body: { code: 'identity-locked' } })
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(890)
    expect(Number(locked.headers['retry-after'])).toBeLessThanOrEqual(900)
    expect((await signIn(email, password, newAddress())).status).toBe(201)
    inFuture(15 * minuteMs + 2000)
    expect((await signIn(email, password, address)).status).toBe(201)
    app.setTime()
  })

  it('lock twice as long each time, up to a day', async () => {
    const { email } = await app.signUp()
    const address = newAddress()
    let passed = 0
    const waits: number[] = []
    for (let round = 0; round < 9; round++) {
      await fail(email, address, 5)
      const retryAfter = Number((await signIn(email, wrong, address)).headers['retry-after'])
      waits.push(Math.round(retryAfter / 60))
      passed += retryAfter * 1000 + 2000
      inFuture(passed)
    }
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 960, 1440, 1440])
    app.setTime()
  })

  it('are forgotten by a right password before the fifth', async () => {
    const { email } = await app.signUp()
    const address = newAddress()
    for (let round = 0; round < 3; round++) {
      await fail(email, address, 4)
      expect((await signIn(email, password, address)).status).toBe(201)
    }
  })

  it('count for a neighbour in the network, and not for another network', async () => {
    const { email } = await app.signUp()
    await fail(email, '10.200.1.1', 5)
    expect((await signIn(email, password, '10.200.1.99')).status).toBe(429)
    expect((await signIn(email, password, '10.200.2.1')).status).toBe(201)
    await fail(email, '2001:db8:1:1::1', 5)
    expect((await signIn(email, password, '2001:db8:1:2::9')).status).toBe(429)
    expect((await signIn(email, password, '2001:db8:2::1')).status).toBe(201)
  })

  it('are five, however many are tried at once', async () => {
    const { email } = await app.signUp()
    const address = newAddress()
    const replies = await Promise.all(Array.from({ length: 20 }, () => signIn(email, wrong, address)))
    expect(statusesOf(replies)).toEqual({ 401: 5, 429: 15 })
  })
})

it('ten right sign-ins at once are all let in', async () => {
  const { email } = await app.signUp()
  const address = newAddress()
  const replies = await Promise.all(Array.from({ length: 10 }, () => signIn(email, password, address)))
  expect(statusesOf(replies)).toEqual({ 201: 10 })
})

it('a hundred failures lock the address for every account', async () => {
  const { email } = await app.signUp()
  const address = newAddress()
  for (let n = 0; n < 20; n++)
    await Promise.all(Array.from({ length: 5 }, (_, i) => signIn(`nobody${n}.${i}@test.invalid`, wrong, address)))
  expect((await signIn(email, password, address)).status).toBe(429)
  expect((await signIn(email, password, newAddress())).status).toBe(201)
}, 60_000)

it('fifty failures an hour close the account to passwords; the mailed link opens it', async () => {
  const { email } = await app.signUp()
  for (let n = 0; n < 13; n++) await fail(email, newAddress(), 4)
  const closed = await signIn(email, password, newAddress())
  expect(closed).toMatchObject({ status: 429, body: { code: 'identity-locked', unlock: 'mail' } })
  const letters = await app.platform.db.many(sql`
    select 1 from platform.mails where "to" = ${email} and subject like '%로그인을 시도%'`)
  expect(letters).toHaveLength(1)
  const renewed = 'a new passphrase for me'
  const token = await mailedToken(app.platform, email)
  expect((await app.guest.put('/api/password-reset', { token, password: renewed })).status).toBe(204)
  expect((await signIn(email, renewed, newAddress())).status).toBe(201)
}, 60_000)

it('an unknown account and a wrong password cannot be told apart, in time and in words', async () => {
  const { email } = await app.signUp()
  const times = { known: [] as number[], unknown: [] as number[] }
  const bodies: object[] = []
  for (let n = 0; n < 24; n++) {
    const which = n % 2 ? 'known' : 'unknown'
    const startedAt = performance.now()
    const reply = await signIn(which === 'known' ? email : `unknown${n}@test.invalid`, wrong, newAddress())
    times[which].push(performance.now() - startedAt)
    expect(reply.status).toBe(401)
    const { requestId: _, ...body } = reply.body
    bodies.push(body)
  }
  for (const body of bodies) expect(body).toEqual(bodies[0])
  const median = (list: number[]) => list.sort((a, b) => a - b)[list.length / 2] ?? 0
  // a password takes tens of milliseconds to check: one that was not checked would show
  const ratio = median(times.unknown) / median(times.known)
  expect(ratio).toBeGreaterThan(0.5)
  expect(ratio).toBeLessThan(2)
})

it('what was typed as an email is not kept readable', async () => {
  await signIn('my.secret.typed.here@test.invalid', wrong, newAddress())
  const rows = await app.platform.db.many(sql`select key from identity.tallies`)
  expect(JSON.stringify(rows)).not.toContain('secret')
})
