import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/app.ts'
import { sql } from '../../../platform/database.ts'
import { mailedToken, password, signUpForm } from '../identity-for-tests.ts'
import { isCommonPassword } from './common-passwords.ts'

const minuteMs = 60_000
const renewed = 'a new passphrase for me'
let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const signIn = (email: string, secret: string) => app.guest.post('/api/sessions', { email, password: secret })
const askFor = (email: string) => app.guest.post('/api/password-resets', { email })
const reset = (token: string, secret: string) => app.guest.put('/api/password-reset', { token, password: secret })
const inFuture = (ms: number) => app.setTime(new Date(Date.now() + ms))
const lettersTo = async (email: string) =>
  (await app.platform.db.many(sql`select 1 from platform.mails where "to" = ${email}`)).length

describe('a forgotten password', () => {
  it('is replaced by the mailed link, once, and every session ends', async () => {
    const member = await app.signUp()
    expect((await askFor(member.email.toUpperCase())).status).toBe(202)
    const token = await mailedToken(app.platform, member.email)
    expect((await reset(token, renewed)).status).toBe(204)
    expect(await reset(token, renewed)).toMatchObject({ status: 410, body: { code: 'identity-token-used' } })
    expect((await member.get('/api/me')).status).toBe(401)
    expect((await signIn(member.email, password)).status).toBe(401)
    expect((await signIn(member.email, renewed)).status).toBe(201)
  })

  it('stays when the new one is refused, and the link is still good', async () => {
    const { email } = await app.signUp()
    await askFor(email)
    const token = await mailedToken(app.platform, email)
    expect(await reset(token, 'iloveyou1')).toMatchObject({ status: 422, body: { code: 'identity-password-weak' } })
    expect((await reset(token, 'short')).status).toBe(400)
    expect((await signIn(email, password)).status).toBe(201)
    expect((await reset(token, renewed)).status).toBe(204)
  })

  it('is not replaced after 30 minutes', async () => {
    const { email } = await app.signUp()
    await askFor(email)
    const token = await mailedToken(app.platform, email)
    inFuture(30 * minuteMs + 1000)
    expect((await reset(token, renewed)).status).toBe(410)
    app.setTime()
  })

  it('is no secret about who is a member: the answer is the same, and a stranger gets no letter', async () => {
    const { email } = await app.signUp()
    const [known, unknown] = [await askFor(email), await askFor('stranger@test.invalid')]
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
    expect(await lettersTo('stranger@test.invalid')).toBe(0)
    const letters = await lettersTo(email)
    await askFor(email)
    expect(await lettersTo(email)).toBe(letters)
  })

  it('of one who never verified is replaced too: the link proves the email as well', async () => {
    const form = signUpForm('unverified')
    await app.guest.post('/api/members', form)
    await askFor(form.email)
    expect((await reset(await mailedToken(app.platform, form.email), renewed)).status).toBe(204)
    expect((await signIn(form.email, renewed)).status).toBe(201)
  })

  it('cannot be replaced with the token of another letter', async () => {
    const form = signUpForm('otherletter')
    await app.guest.post('/api/members', form)
    const token = await mailedToken(app.platform, form.email)
    expect((await reset(token, renewed)).status).toBe(410)
    expect((await app.guest.put('/api/email-verification', { token })).status).toBe(204)
  })
})

describe('a changed password', () => {
  it('ends all other sessions, keeps this one, and the owner is told', async () => {
    const member = await app.signUp()
    const other = app.as((await signIn(member.email, password)).body.accessToken)
    const letters = await lettersTo(member.email)
    expect((await member.put('/api/me/password', { password: renewed, passwordConfirm: renewed })).status).toBe(204)
    expect((await member.get('/api/me')).status).toBe(200)
    expect((await other.get('/api/me')).status).toBe(401)
    expect(await lettersTo(member.email)).toBe(letters + 1)
    expect((await signIn(member.email, renewed)).status).toBe(201)
  })

  it('asks for a fresh session, and for a good password', async () => {
    const member = await app.signUp()
    expect(await member.put('/api/me/password', { password: member.nickname.padEnd(8, 'x') })).toMatchObject({
      status: 204,
    })
    expect(await member.put('/api/me/password', { password: 'qwerty123' })).toMatchObject({ status: 422 })
    inFuture(10 * minuteMs + 1000)
    expect(await member.put('/api/me/password', { password: renewed })).toMatchObject({
      status: 403,
      body: { code: 'identity-reauth-required' },
    })
    app.setTime()
    expect((await app.guest.put('/api/me/password', { password: renewed })).status).toBe(401)
  })

  it('voids a link that was mailed before', async () => {
    const member = await app.signUp()
    await askFor(member.email)
    const token = await mailedToken(app.platform, member.email)
    expect((await member.put('/api/me/password', { password: renewed })).status).toBe(204)
    expect((await reset(token, 'yet another passphrase')).status).toBe(410)
  })
})

describe('kinds of characters', () => {
  it('are asked for when the operator wants it', async () => {
    const admin = await app.admin()
    const set = (value: number, version: number) =>
      admin.put('/api/ops/settings/identity.password-classes', { value }, { 'if-match': String(version) })
    expect((await set(5, 0)).status).toBe(422)
    expect((await set(4, 0)).status).toBe(200)
    const plain = signUpForm('classes', { password: 'all lower case and long' })
    expect(await app.guest.post('/api/members', plain)).toMatchObject({
      status: 422,
      body: { code: 'identity-password-weak' },
    })
    const mixed = signUpForm('classes', { password: 'Upper lower 4 and a sign' })
    expect((await app.guest.post('/api/members', mixed)).status).toBe(201)
    expect((await set(0, 1)).status).toBe(200)
  })
})

describe('the commonest passwords', () => {
  it('are known in any case, strangers are not', () => {
    for (const common of [
      'password',
      'PASSWORD1',
      'qwerty123',
      '1q2w3e4r',
      'iloveyou',
      '1qaz2wsx',
      'Sunshine1',
      '12345678',
    ])
      expect(isCommonPassword(common), common).toBe(true)
    for (const rare of ['correct horse battery staple', '하늘이 참 맑은 날', 'xk3-9qz7!pw', ''])
      expect(isCommonPassword(rare), rare).toBe(false)
    const strangers = Array.from({ length: 20_000 }, (_, n) => `stranger ${n} of the list`)
    expect(strangers.filter(isCommonPassword)).toEqual([])
  })
})
