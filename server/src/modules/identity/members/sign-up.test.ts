import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/app.ts'
import { sql } from '../../../platform/database.ts'
import { mailedToken, password, signUpForm, statusesOf, stored } from '../identity-for-tests.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
  await app.guest.post('/api/members', signUpForm('firstone'))
})
afterAll(() => app.close())

const post = (body: object) => app.guest.post('/api/members', body)
const dayIn = (years: number) => {
  const day = new Date(Date.now() + 9 * 3_600_000)
  day.setUTCFullYear(day.getUTCFullYear() - years)
  return day
}
const isoDay = (day: Date) => day.toISOString().slice(0, 10)

describe('a sign-up is refused, and nothing is stored,', () => {
  const { over14: _, ...ageless } = signUpForm('ageless')
  const tomorrow = new Date(dayIn(14).getTime() + 86_400_000)
  const refusals: [string, object, number, string, string?][] = [
    ['without an email', { ...signUpForm('aa'), email: undefined }, 400, 'invalid', '/email'],
    ['with a blank in the email', signUpForm('aa', { email: 'a b@test.invalid' }), 400, 'invalid', '/email'],
    ['with two addresses in the email', signUpForm('aa', { email: 'a@b.cc,d@e.ff' }), 400, 'invalid', '/email'],
    [
      'with a local part of 65',
      signUpForm('aa', { email: `${'a'.repeat(65)}@test.invalid` }),
      400,
      'invalid',
      '/email',
    ],
    ['with an email of 255', signUpForm('aa', { email: `a@${'b'.repeat(250)}.cc` }), 400, 'invalid', '/email'],
    ['with a taken email', signUpForm('aa', { email: 'FirstOne@TEST.invalid' }), 409, 'identity-email-taken', '/email'],
    ['with a taken nickname', signUpForm('FIRSTONE', { email: 'x@y.zz' }), 409, 'identity-nickname-taken', '/nickname'],
    ['with a nickname of one character', signUpForm('a'), 400, 'invalid', '/nickname'],
    ['with a nickname of 21', signUpForm('a'.repeat(21)), 400, 'invalid', '/nickname'],
    ['with a lone jamo', signUpForm('하늘ㅋㅋ'), 400, 'invalid', '/nickname'],
    ['with a blank in the nickname', signUpForm('aa', { nickname: '하늘 바다' }), 400, 'invalid', '/nickname'],
    ['with a sign in the nickname', signUpForm('aa', { nickname: 'a_b' }), 400, 'invalid', '/nickname'],
    [
      'with a reserved nickname',
      signUpForm('aa', { nickname: 'Admin' }),
      422,
      'identity-nickname-refused',
      '/nickname',
    ],
    [
      'with 운영자 in parts',
      signUpForm('aa', { nickname: '운영자'.normalize('NFD') }),
      422,
      'identity-nickname-refused',
    ],
    ['with a password of 7', signUpForm('aa', { password: 'xk3-9qz' }), 400, 'invalid', '/password'],
    ['with a password of 129', signUpForm('aa', { password: 'xk3-9qz7'.repeat(17) }), 400, 'invalid', '/password'],
    ['with a blank at the end', signUpForm('aa', { password: 'long enough phrase ' }), 400, 'invalid', '/password'],
    [
      'with a common password',
      signUpForm('aa', { password: 'Password123' }),
      422,
      'identity-password-weak',
      '/password',
    ],
    ['with the email as password', signUpForm('aa', { password: 'AA@test.invalid' }), 422, 'identity-password-weak'],
    [
      'with the nickname as password',
      signUpForm('aanicknames', { password: 'AAnicknames', email: 'q@q.qq' }),
      422,
      'identity-password-weak',
    ],
    [
      'with another confirmation',
      signUpForm('aa', { passwordConfirm: 'something else' }),
      400,
      'invalid',
      '/passwordConfirm',
    ],
    ['without an age', ageless, 400, 'invalid', '/over14'],
    ['without the tick', signUpForm('aa', { over14: false }), 422, 'identity-under-age'],
    ['a day before the 14th birthday', { ...ageless, birthDate: isoDay(tomorrow) }, 422, 'identity-under-age'],
    [
      'born tomorrow',
      { ...ageless, birthDate: isoDay(new Date(Date.now() + 2 * 86_400_000)) },
      400,
      'invalid',
      '/birthDate',
    ],
    ['on the 30th of February', { ...ageless, birthDate: '2000-02-30' }, 400, 'invalid', '/birthDate'],
    [
      'without terms',
      signUpForm('aa', { consents: { privacy: true } }),
      422,
      'identity-consent-missing',
      '/consents/terms',
    ],
    [
      'with a no to privacy',
      signUpForm('aa', { consents: { terms: true, privacy: false } }),
      422,
      'identity-consent-missing',
    ],
    [
      'with a version that is not current',
      signUpForm('aa', { consents: { terms: 2, privacy: 1 } }),
      422,
      'identity-consent-missing',
    ],
    ['with no answer at all', signUpForm('aa', { consents: undefined }), 422, 'identity-consent-missing'],
    ['with a wrong phone', signUpForm('aa', { phone: '010-123-4567' }), 400, 'invalid', '/phone'],
    ['with a role', signUpForm('aa', { role: 'admin' }), 400, 'invalid', '/role'],
    ['with roles', signUpForm('aa', { roles: ['admin'] }), 400, 'invalid', '/roles'],
    ['with an id', signUpForm('aa', { id: 'mem_01arz3ndektsv4rrffq69g5fav' }), 400, 'invalid', '/id'],
  ]
  it.each(refusals)('%s', async (_name, form, status, code, at) => {
    const before = await stored(app)
    const reply = await post(form)
    expect(reply).toMatchObject({ status, body: { code } })
    if (at) expect(reply.body.errors).toContainEqual(expect.objectContaining({ at }))
    expect(await stored(app)).toBe(before)
  })
})

describe('a sign-up is taken', () => {
  it('on the 14th birthday, with a passphrase in NFD, which signs in when typed in NFC', async () => {
    const { over14: _, ...form } = signUpForm('birthday14')
    const passphrase = '하늘이 참 맑은 날'
    const reply = await post({ ...form, birthDate: isoDay(dayIn(14)), password: passphrase.normalize('NFD') })
    expect(reply.status).toBe(201)
    await app.guest.put('/api/email-verification', { token: await mailedToken(app.platform, form.email) })
    expect((await app.guest.post('/api/sessions', { email: form.email, password: passphrase })).status).toBe(201)
  })

  it('without a nickname: the instance’s word and a number', async () => {
    const { nickname: _, ...form } = signUpForm('nameless')
    expect((await post(form)).body.nickname).toMatch(/^이웃\d{1,3}$/)
    const inEnglish = { ...form, email: 'nameless2@test.invalid' }
    const reply = await app.guest.post('/api/members', inEnglish, { 'accept-language': 'en' })
    expect(reply.body.nickname).toMatch(/^Member\d{1,3}$/)
  })

  it('with a phone that only its owner can read', async () => {
    const form = signUpForm('withphone', { phone: '010-1234-5678', gender: 'female', birthDate: '1990-01-31' })
    expect((await post(form)).status).toBe(201)
    await app.guest.put('/api/email-verification', { token: await mailedToken(app.platform, form.email) })
    const session = await app.guest.post('/api/sessions', { email: form.email, password })
    const me = await app.as(session.body.accessToken).get('/api/me')
    expect(me.body).toMatchObject({ phone: '010-1234-5678', gender: 'female', birthDate: '1990-01-31' })
    const row = await app.platform.db.one<{ text: string }>(
      sql`select m::text as text from identity.members m where email_key = ${form.email}`,
    )
    expect(row?.text).not.toContain('1234-5678')
    expect((await app.guest.get('/api/members/withphone')).body).not.toHaveProperty('phone')
  })

  it('once, of fifty at once with one email', async () => {
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, n) => post(signUpForm(`parallel${n}`, { email: 'one@test.invalid' }))),
    )
    expect(statusesOf(replies)).toEqual({ 201: 1, 409: 49 })
  })

  it('at most as often from one address as the operator says', async () => {
    const { db } = app.platform
    await db.run(sql`update identity.tallies set times = array(select now() from generate_series(1, 100))
      where key like 'sign-up:%'`)
    const before = await stored(app)
    expect(await post(signUpForm('hundredandfirst'))).toMatchObject({
      status: 429,
      body: { code: 'too-many-requests' },
    })
    expect(await stored(app)).toBe(before)
    await db.run(sql`delete from identity.tallies where key like 'sign-up:%'`)
    expect((await post(signUpForm('hundredandfirst'))).status).toBe(201)
  })
})

describe('whether a name or an email is free', () => {
  const free = async (query: string) => (await app.guest.get(`/api/availability?${query}`)).body

  it('is told for both, ignoring case', async () => {
    expect(await free('nickname=FirstOne')).toEqual({ free: false })
    expect(await free('nickname=nobodyyet')).toEqual({ free: true })
    expect(await free('email=FIRSTONE@x.invalid')).toEqual({ free: true })
    expect(await free('nickname=nobodyyet&email=firstone@test.invalid')).toEqual({ free: false })
    expect(await free('nickname=firstone&email=nobody@test.invalid')).toEqual({ free: false })
    expect(await free('nickname=nobodyyet&email=nobody@test.invalid')).toEqual({ free: true })
  })

  it('is not told of emails where the operator does not want it', async () => {
    const member = await app.signUp()
    expect(await free(`email=${member.email.toUpperCase()}`)).toEqual({ free: false })
    const admin = await app.admin()
    await admin.put('/api/ops/settings/identity.emails-always-free', { value: true }, { 'if-match': '0' })
    expect(await free(`email=${member.email}`)).toEqual({ free: true })
  })

  it('is no for what the operator keeps from everybody, in any case', async () => {
    expect(await free('nickname=admin')).toEqual({ free: false })
    expect(await free('nickname=ADMIN')).toEqual({ free: false })
    expect(await free(`nickname=${encodeURIComponent('운영자')}`)).toEqual({ free: false })
  })

  it('is refused for what nobody could take', async () => {
    expect((await app.guest.get('/api/availability?nickname=a_b')).status).toBe(400)
    expect((await app.guest.get('/api/availability')).status).toBe(400)
  })
})
