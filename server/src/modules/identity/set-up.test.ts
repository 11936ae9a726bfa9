import { afterEach, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import { sql } from '../../platform/database.ts'
import { password, statusesOf } from './identity-for-tests.ts'
import { setupLink } from './setup-link.ts'

let app: TestApp
afterEach(() => app.close())

const tokenOf = async () => new URL((await setupLink(app.platform)) ?? 'http://none').searchParams.get('token') ?? ''
const form = (token: string, n = 0) => ({ token, email: `admin${n}@test.invalid`, password, nickname: `지기${n}` })
const setUp = (body: object) => app.guest.post('/api/setup', body)

describe('the set-up link', () => {
  it('makes one administrator of twenty at once, and then none any more', async () => {
    app = await testApp()
    expect((await app.guest.get('/api/setup')).body).toEqual({ needed: true })
    const token = await tokenOf()
    const replies = await Promise.all(Array.from({ length: 20 }, (_, n) => setUp(form(token, n))))
    expect(statusesOf(replies)).toEqual({ 201: 1, 410: 19 })
    expect(await setUp(form(token, 99))).toMatchObject({ status: 410, body: { code: 'identity-setup-done' } })
    expect((await app.guest.get('/api/setup')).body).toEqual({ needed: false })
    expect(await setupLink(app.platform)).toBeUndefined()
    const members = await app.platform.db.many<{ email: string }>(sql`select email from identity.members`)
    expect(members).toHaveLength(1)
    const session = await app.guest.post('/api/sessions', { email: members[0]?.email, password })
    expect((await app.as(session.body.accessToken).get('/api/me')).body.roles).toEqual(['admin'])
  })

  it('is the same after a restart, needs its token, and keeps to the rules of a sign-up', async () => {
    app = await testApp()
    const link = await setupLink(app.platform)
    expect(await setupLink(app.platform)).toBe(link)
    expect(await setUp(form('x'.repeat(43)))).toMatchObject({
      status: 403,
      body: { code: 'identity-setup-token-wrong' },
    })
    const token = await tokenOf()
    expect((await setUp({ ...form(token), password: 'password1' })).status).toBe(422)
    expect((await setUp({ ...form(token), role: 'admin' })).status).toBe(400)
    expect((await setUp({ ...form(token), email: 'nobody' })).status).toBe(400)
    expect((await setUp(form(token))).status).toBe(201)
  })

  it('is dead after a day, when the server prints another one', async () => {
    app = await testApp()
    const token = await tokenOf()
    app.setTime(new Date(Date.now() + 86_400_000 + 1000))
    expect((await setUp(form(token))).status).toBe(410)
    const newer = await tokenOf()
    expect(newer).not.toBe(token)
    expect((await setUp(form(newer))).status).toBe(201)
  })
})

describe('ADMIN_EMAIL and ADMIN_PASSWORD', () => {
  it('make the administrator at the start', async () => {
    const env = { ADMIN_EMAIL: 'boss@test.invalid', ADMIN_PASSWORD: password }
    app = await testApp({ env })
    expect(await setupLink(app.platform)).toBeUndefined()
    const session = await app.guest.post('/api/sessions', { email: env.ADMIN_EMAIL, password })
    expect((await app.as(session.body.accessToken).get('/api/me')).body.roles).toEqual(['admin'])
  })

  it('leave the set-up link where the password is too easy', async () => {
    const env = { ADMIN_EMAIL: 'boss@test.invalid', ADMIN_PASSWORD: 'password123', LOG_LEVEL: 'silent' }
    app = await testApp({ env })
    expect((await setUp(form(await tokenOf()))).status).toBe(201)
  })
})
