import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type TestApp, testApp } from '../../../../test/app.ts'
import { sql } from '../../../platform/database.ts'
import { mailedToken, password, signUpForm } from '../identity-for-tests.ts'

const minuteMs = 60_000
let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const join = async (nickname: string) => {
  const form = signUpForm(nickname)
  expect((await app.guest.post('/api/members', form)).status).toBe(201)
  return form.email
}
const verify = (token: string) => app.guest.put('/api/email-verification', { token })
const resend = (email: string) => app.guest.post('/api/email-verifications', { email })
const lettersTo = async (email: string) =>
  (await app.platform.db.many(sql`select 1 from platform.mails where "to" = ${email}`)).length
const inFuture = (ms: number) => app.setTime(new Date(Date.now() + ms))

describe('the link of a verification letter', () => {
  it('lets a newcomer sign in, and works once: 204, then 410', async () => {
    const email = await join('twice')
    const signIn = () => app.guest.post('/api/sessions', { email: email.toUpperCase(), password })
    expect(await signIn()).toMatchObject({ status: 403, body: { code: 'identity-email-unverified' } })
    const token = await mailedToken(app.platform, email)
    expect((await verify(token)).status).toBe(204)
    expect((await signIn()).status).toBe(201)
    expect(await verify(token)).toMatchObject({ status: 410, body: { code: 'identity-token-used' } })
  })

  it('works once of twenty at once', async () => {
    const token = await mailedToken(app.platform, await join('atonce'))
    const replies = await Promise.all(Array.from({ length: 20 }, () => verify(token)))
    expect(replies.map(({ status }) => status).sort()).toEqual([204, ...Array(19).fill(410)])
  })

  it('is void once a newer one was sent, and an unknown one is too', async () => {
    const email = await join('newer')
    const older = await mailedToken(app.platform, email)
    expect((await resend(email)).status).toBe(202)
    const newer = await mailedToken(app.platform, email)
    expect(newer).not.toBe(older)
    expect((await verify(older)).status).toBe(410)
    expect((await verify(newer)).status).toBe(204)
    expect((await verify('x'.repeat(43))).status).toBe(410)
  })

  it('is dead after 24 hours', async () => {
    const token = await mailedToken(app.platform, await join('toolate'))
    inFuture(24 * 60 * minuteMs + 1000)
    expect((await verify(token)).status).toBe(410)
    app.setTime()
  })

  it('is stored as a hash alone', async () => {
    const token = await mailedToken(app.platform, await join('hashed'))
    const rows = await app.platform.db.many<{ text: string }>(sql`select t::text as text from identity.mailed_tokens t`)
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(token).toString('hex'))
  })
})

describe('another letter', () => {
  it('comes once a minute and five times a day, and the answer never tells', async () => {
    const email = await join('again')
    for (let minute = 0; minute < 8; minute++) {
      inFuture(minute * minuteMs + minute * 1000)
      expect((await resend(email)).status).toBe(202)
      expect((await resend(email)).status).toBe(202)
    }
    expect(await lettersTo(email)).toBe(1 + 5)
    inFuture(25 * 60 * minuteMs)
    await resend(email)
    expect(await lettersTo(email)).toBe(1 + 6)
    app.setTime()
  })

  it('does not come to strangers or to who is verified, with the same answer', async () => {
    const { email } = await app.signUp()
    expect((await resend(email)).status).toBe(202)
    expect(await lettersTo(email)).toBe(1)
    expect((await resend('stranger@test.invalid')).status).toBe(202)
    expect(await lettersTo('stranger@test.invalid')).toBe(0)
  })
})

describe('who does not verify', () => {
  it('is forgotten after seven days, and email and nickname are free again', async () => {
    const email = await join('forgotten')
    const kept = await app.signUp('keptmember')
    inFuture(7 * 24 * 60 * minuteMs + minuteMs)
    await app.platform.jobs.run('identity.purge', {}, kept.id).catch(() => 'the schedule was faster')
    await vi.waitFor(
      async () => expect((await app.guest.get('/api/availability?nickname=forgotten')).body).toEqual({ free: true }),
      10_000,
    )
    expect((await app.guest.get(`/api/availability?email=${email}`)).body).toEqual({ free: true })
    app.setTime()
    expect((await kept.get('/api/me')).status).toBe(200)
  })
})

describe('a changed email', () => {
  it('counts once its link was followed; the old address is told', async () => {
    const member = await app.signUp()
    const wanted = `new.${member.email}`
    expect((await member.put('/api/me/email', { email: wanted })).status).toBe(202)
    expect((await member.get('/api/me')).body.email).toBe(member.email)
    expect((await verify(await mailedToken(app.platform, wanted))).status).toBe(204)
    expect((await member.get('/api/me')).body.email).toBe(wanted)
    expect(await lettersTo(member.email)).toBe(2)
    expect((await app.guest.post('/api/sessions', { email: wanted, password })).status).toBe(201)
    expect((await app.guest.post('/api/sessions', { email: member.email, password })).status).toBe(401)
  })

  it('voids what was mailed to the old address: a link for a new password opens nothing', async () => {
    const member = await app.signUp()
    await app.guest.post('/api/password-resets', { email: member.email })
    const token = await mailedToken(app.platform, member.email)
    const wanted = `moved.${member.email}`
    await member.put('/api/me/email', { email: wanted })
    await verify(await mailedToken(app.platform, wanted))
    const reset = await app.guest.put('/api/password-reset', { token, password: 'a passphrase of a thief' })
    expect(reset).toMatchObject({ status: 410, body: { code: 'identity-token-used' } })
    expect((await app.guest.post('/api/sessions', { email: wanted, password })).status).toBe(201)
  })

  it('is asked for ten times a day: a member does not write to strangers through us', async () => {
    const member = await app.signUp()
    for (let n = 0; n < 10; n++)
      expect((await member.put('/api/me/email', { email: `stranger${n}@test.invalid` })).status).toBe(202)
    expect(await member.put('/api/me/email', { email: 'eleventh@test.invalid' })).toMatchObject({
      status: 429,
      body: { code: 'too-many-requests' },
    })
    expect(await lettersTo('eleventh@test.invalid')).toBe(0)
  })

  it('is refused when it is taken, also when it was taken in the meantime', async () => {
    const [member, other] = [await app.signUp(), await app.signUp()]
    expect(await member.put('/api/me/email', { email: other.email.toUpperCase() })).toMatchObject({ status: 409 })
    const wanted = 'meantime@test.invalid'
    expect((await member.put('/api/me/email', { email: wanted })).status).toBe(202)
    const token = await mailedToken(app.platform, wanted)
    await app.guest.post('/api/members', signUpForm('meantime', { email: wanted }))
    expect(await verify(token)).toMatchObject({ status: 409, body: { code: 'identity-email-taken' } })
  })

  it('asks for a fresh session', async () => {
    const member = await app.signUp()
    inFuture(11 * minuteMs)
    expect(await member.put('/api/me/email', { email: 'late@test.invalid' })).toMatchObject({
      status: 403,
      body: { code: 'identity-reauth-required' },
    })
    expect(await member.post('/api/me/reauthentications', { password: 'not this one' })).toMatchObject({
      status: 401,
      body: { code: 'identity-credentials-wrong' },
    })
    expect((await member.post('/api/me/reauthentications', { password })).status).toBe(204)
    expect((await member.put('/api/me/email', { email: 'late@test.invalid' })).status).toBe(202)
    app.setTime()
  })
})
