import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, type Reply, type TestApp, testApp } from '../../../../test/app.ts'
import { sql } from '../../../platform/database.ts'
import { cookieHeader, password, setCookies, statusesOf } from '../identity-for-tests.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const signIn = (email: string, headers: Record<string, string> = {}) =>
  app.guest.post('/api/sessions', { email, password }, headers)
const refresh = (cookies: Record<string, string>, headers: Record<string, string> = {}) =>
  app.guest.post('/api/session-refreshes', undefined, { ...cookieHeader(cookies), ...headers })
const tokenOf = (reply: Reply): Caller => app.as(reply.body.accessToken)
const inFuture = (ms: number) => app.setTime(new Date(Date.now() + ms))
const lettersTo = async (email: string) =>
  (await app.platform.db.many(sql`select 1 from platform.mails where "to" = ${email}`)).length

async function newSession() {
  const member = await app.signUp()
  const session = await signIn(member.email)
  return { member, session, cookies: setCookies(session) }
}

describe('the cookies of a session', () => {
  it('are hidden from scripts, stay on our site and live as long as the refresh token', async () => {
    const { session } = await newSession()
    const lines = [session.headers['set-cookie'] ?? []].flat().map(String)
    expect(lines).toHaveLength(2)
    for (const line of lines) {
      expect(line).toMatch(/^madang_(access|refresh)=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=1209600$/)
    }
  })

  it('are sent over https alone where the instance is', async () => {
    const secure = await testApp({ env: { PUBLIC_URL: 'https://community.example' } })
    const member = await secure.signUp()
    const session = await secure.guest.post('/api/sessions', { email: member.email, password })
    for (const line of [session.headers['set-cookie'] ?? []].flat()) expect(line).toMatch(/; Secure$/)
    await secure.close()
  })

  it('sign a browser in, but a write from another site is refused', async () => {
    const { cookies } = await newSession()
    const headers = cookieHeader(cookies)
    expect((await app.guest.get('/api/me', headers)).status).toBe(200)
    const write = (origin: string) => app.guest.delete('/api/me/sessions', undefined, { ...headers, origin })
    expect(await write('https://evil.example')).toMatchObject({ status: 403, body: { code: 'origin-foreign' } })
    expect((await write(app.platform.config.publicUrl)).status).toBe(204)
    const foreign = await refresh(cookies, { origin: 'https://evil.example' })
    expect(foreign).toMatchObject({ status: 403, body: { code: 'origin-foreign' } })
    expect((await refresh(cookies)).status).toBe(200)
  })
})

describe('an access token', () => {
  it('is good for 15 minutes, and then the session is refreshed', async () => {
    const { session, cookies } = await newSession()
    inFuture(14 * minuteMs)
    expect((await tokenOf(session).get('/api/me')).status).toBe(200)
    inFuture(15 * minuteMs + 2000)
    expect(await tokenOf(session).get('/api/me')).toMatchObject({
      status: 401,
      body: { code: 'identity-session-expired' },
    })
    const refreshed = await refresh(cookies)
    expect((await tokenOf(refreshed).get('/api/me')).status).toBe(200)
    app.setTime()
  })

  it('of another instance, an altered one and none at all are refused', async () => {
    const { session } = await newSession()
    const token: string = session.body.accessToken
    const [head, body, signature = ''] = token.split('.')
    const claims = JSON.parse(Buffer.from(body ?? '', 'base64url').toString())
    const promoted = Buffer.from(JSON.stringify({ ...claims, sub: 'mem_01arz3ndektsv4rrffq69g5fav' })).toString(
      'base64url',
    )
    const unsigned = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url')
    const flipped = `${signature.slice(0, 5)}${signature[5] === 'A' ? 'B' : 'A'}${signature.slice(6)}`
    for (const forged of [
      `${head}.${promoted}.${signature}`,
      `${head}.${body}.${flipped}`,
      `${unsigned}.${body}.`,
      `${head}.${body}`,
      'x',
      'x'.repeat(5000),
    ])
      expect(await app.as(forged).get('/api/me')).toMatchObject({
        status: 401,
        body: { code: 'identity-session-revoked' },
      })
    const other = await testApp({ env: { SECRET_KEY: 'another secret key of forty characters!!' } })
    expect((await other.as(token).get('/api/me')).status).toBe(401)
    await other.close()
    expect(await app.guest.get('/api/me')).toMatchObject({ status: 401, body: { code: 'sign-in-needed' } })
  })
})

describe('a refresh token', () => {
  it('is replaced at each use', async () => {
    const { cookies } = await newSession()
    const first = await refresh(cookies)
    expect(first.status).toBe(200)
    expect(setCookies(first)['madang_refresh']).not.toBe(cookies['madang_refresh'])
    const second = await refresh(setCookies(first))
    expect(second.status).toBe(200)
    expect((await tokenOf(second).get('/api/me')).status).toBe(200)
  })

  it('shown again ends the whole family, and the owner is told', async () => {
    const { member, session, cookies } = await newSession()
    const stolen = setCookies(await refresh(cookies))
    expect((await refresh(stolen)).status).toBe(200)
    const letters = await lettersTo(member.email)

    const replay = await refresh(cookies)
    expect(replay).toMatchObject({ status: 401, body: { code: 'identity-refresh-reused' } })
    expect(setCookies(replay)).toEqual({ madang_access: '', madang_refresh: '' })
    expect(await tokenOf(session).get('/api/me')).toMatchObject({
      status: 401,
      body: { code: 'identity-session-revoked' },
    })
    expect(await refresh(stolen)).toMatchObject({ status: 401, body: { code: 'identity-session-revoked' } })
    expect(await lettersTo(member.email)).toBe(letters + 1)
    expect((await member.get('/api/me')).status).toBe(200)
  })

  it('repeats its answer for the same Idempotency-Key within a minute, and not after it', async () => {
    const { cookies } = await newSession()
    const once = await refresh(cookies, { 'idempotency-key': 'tab-1' })
    const again = await refresh(cookies, { 'idempotency-key': 'tab-1' })
    expect(again.status).toBe(200)
    expect(setCookies(again)['madang_refresh']).toBe(setCookies(once)['madang_refresh'])
    expect((await refresh(setCookies(again), { 'idempotency-key': 'tab-2' })).status).toBe(200)
    inFuture(minuteMs + 1000)
    expect((await refresh(cookies, { 'idempotency-key': 'tab-1' })).status).toBe(401)
    app.setTime()
  })

  it('of twenty tabs at once with one key gives all of them the same session', async () => {
    const { cookies } = await newSession()
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => refresh(cookies, { 'idempotency-key': 'all-tabs' })),
    )
    expect(statusesOf(replies)).toEqual({ 200: 20 })
    expect(new Set(replies.map((reply) => setCookies(reply)['madang_refresh'])).size).toBe(1)
  })

  it('of twenty strangers at once helps one of them at most, and then nobody', async () => {
    const { cookies } = await newSession()
    const replies = await Promise.all(Array.from({ length: 20 }, () => refresh(cookies)))
    expect(statusesOf(replies)).toEqual({ 200: 1, 401: 19 })
    const winner = replies.find(({ status }) => status === 200)
    expect((await refresh(setCookies(winner ?? (replies[0] as Reply)))).status).toBe(401)
  })

  it('is dead after 14 idle days, and after 90 days in any case', async () => {
    const { cookies } = await newSession()
    inFuture(14 * dayMs + minuteMs)
    expect(await refresh(cookies)).toMatchObject({ status: 401, body: { code: 'identity-session-expired' } })
    app.setTime()
    let { cookies: kept } = await newSession()
    for (let day = 13; day < 90; day += 13) {
      inFuture(day * dayMs)
      const refreshed = await refresh(kept)
      expect(refreshed.status).toBe(200)
      kept = setCookies(refreshed)
    }
    inFuture(90 * dayMs + minuteMs)
    expect(await refresh(kept)).toMatchObject({ status: 401, body: { code: 'identity-session-expired' } })
    app.setTime()
  })

  it('and its successors are stored as hashes alone; no token is kept with an Idempotency-Key', async () => {
    const { member, cookies } = await newSession()
    const signedIn = await signIn(member.email, { 'idempotency-key': 'sign-in-1' })
    const next = await refresh(cookies, { 'idempotency-key': 'kept?' })
    const rows = await app.platform.db.many<{ text: string }>(sql`
      select t::text as text from identity.refresh_tokens t union all select i::text from platform.idempotency i`)
    const everything = JSON.stringify(rows)
    for (const secret of [cookies['madang_refresh'], setCookies(next)['madang_refresh'], next.body.accessToken]) {
      expect(everything).not.toContain(secret)
      expect(everything).not.toContain(Buffer.from(secret ?? '', 'base64url').toString('hex'))
    }
    expect(everything).not.toContain(signedIn.body.accessToken)
  })

  it('unknown or absent is refused, and the browser forgets it', async () => {
    const unknown = await refresh({ madang_refresh: 'x'.repeat(43) })
    expect(unknown).toMatchObject({ status: 401, body: { code: 'identity-session-revoked' } })
    expect(setCookies(unknown)).toEqual({ madang_access: '', madang_refresh: '' })
    expect((await app.guest.post('/api/session-refreshes')).status).toBe(401)
  })
})

describe('sessions', () => {
  it('are listed with the one that asks, ended one by one, all others, or by signing out', async () => {
    const member = await app.signUp()
    const [phone, desk, old] = await Promise.all([
      signIn(member.email, { 'user-agent': 'Phone' }),
      signIn(member.email, { 'user-agent': 'Desk' }),
      signIn(member.email, { 'user-agent': 'Old' }),
    ])
    const list = await tokenOf(desk).get('/api/me/sessions')
    expect(list.body.items).toHaveLength(4)
    expect(list.body.items.filter((one: { current: boolean }) => one.current)).toMatchObject([{ userAgent: 'Desk' }])
    const phoneId = list.body.items.find((one: { userAgent: string }) => one.userAgent === 'Phone').id

    const stranger = await app.signUp()
    expect((await stranger.delete(`/api/me/sessions/${phoneId}`)).status).toBe(404)
    expect((await tokenOf(phone).get('/api/me')).status).toBe(200)
    expect((await tokenOf(desk).delete(`/api/me/sessions/${phoneId}`)).status).toBe(204)
    expect((await tokenOf(phone).get('/api/me')).status).toBe(401)

    expect((await tokenOf(desk).delete('/api/me/sessions')).status).toBe(204)
    expect((await tokenOf(old).get('/api/me')).status).toBe(401)
    expect((await tokenOf(desk).get('/api/me/sessions')).body.items).toHaveLength(1)

    const goodbye = await tokenOf(desk).delete('/api/me/sessions/current')
    expect(goodbye.status).toBe(204)
    expect(setCookies(goodbye)).toEqual({ madang_access: '', madang_refresh: '' })
    expect((await tokenOf(desk).get('/api/me')).status).toBe(401)
    expect((await refresh(setCookies(desk))).status).toBe(401)
  })

  it('of one member are fifty at most: the oldest goes', async () => {
    const member = await app.signUp()
    for (let n = 0; n < 5; n++) await Promise.all(Array.from({ length: 10 }, () => signIn(member.email)))
    expect((await member.get('/api/me')).status).toBe(401)
    expect((await tokenOf(await signIn(member.email)).get('/api/me/sessions')).body.items).toHaveLength(50)
  })
})
