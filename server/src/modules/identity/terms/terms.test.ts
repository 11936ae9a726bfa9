import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, type TestMember, testApp } from '../../../../test/app.ts'
import { password, signUpForm } from '../identity-for-tests.ts'

const minuteMs = 60_000
let app: TestApp
let admin: TestMember
beforeAll(async () => {
  app = await testApp()
  admin = await app.admin()
})
afterAll(() => app.close())

const write = async (member: TestMember) => {
  const { version } = (await member.get('/api/me')).body
  return member.patch('/api/me', { bio: 'hello' }, { 'if-match': String(version) })
}
const publish = (by: TestMember, consent: string, ko = '새 약관') =>
  by.post('/api/terms', { consent, text: { ko, en: 'New terms' } })

describe('the texts of the consents', () => {
  it('are there from the first start on, in both languages', async () => {
    const { body } = await app.guest.get('/api/terms')
    expect(
      body.items.map(({ consent, required }: { consent: string; required: boolean }) => [consent, required]),
    ).toEqual([
      ['terms', true],
      ['privacy', true],
      ['marketing', false],
      ['nightPush', false],
    ])
    for (const { text } of body.items) {
      expect(text.ko).toMatch(/[가-힣]/)
      expect(text.en).toMatch(/[a-z]/)
    }
  })

  it('are published by an administrator alone', async () => {
    const member = await app.signUp()
    expect((await publish(member, 'marketing')).status).toBe(403)
    expect((await publish(admin, 'marketing')).body).toEqual({ consent: 'marketing', version: 2 })
    expect((await app.guest.get('/api/terms/marketing/1')).status).toBe(200)
    expect((await app.guest.get('/api/terms/marketing/3')).status).toBe(404)
    expect((await publish(admin, 'cookies')).status).toBe(400)
  })
})

describe('a raised version', () => {
  it('stops the writes of members until they answer it; reading and signing out go on', async () => {
    const member = await app.signUp()
    expect((await write(member)).status).toBe(200)
    expect((await publish(admin, 'terms')).body.version).toBe(2)
    expect((await app.guest.get('/api/terms')).body.items[0]).toMatchObject({ consent: 'terms', version: 2 })

    expect(await write(member)).toMatchObject({ status: 403, body: { code: 'identity-consent-outdated' } })
    expect((await member.get('/api/me')).body.consentsDue).toEqual(['terms'])
    expect(await member.put('/api/me/consents', { terms: 1 })).toMatchObject({
      status: 422,
      body: { code: 'identity-consent-missing' },
    })
    expect((await member.put('/api/me/consents', { terms: false })).status).toBe(422)
    expect(await write(member)).toMatchObject({ status: 403 })
    expect((await member.put('/api/me/consents', { terms: 2 })).status).toBe(200)
    expect((await write(member)).status).toBe(200)
    expect((await member.get('/api/me')).body.consentsDue).toEqual([])

    const other = await app.signUp()
    expect((await write(other)).status).toBe(200)
    expect((await admin.delete('/api/me/sessions')).status).toBe(204)
  })

  it('is what a newcomer agrees to', async () => {
    const old = signUpForm('oldterms', { consents: { terms: 1, privacy: 1 } })
    expect(await app.guest.post('/api/members', old)).toMatchObject({
      status: 422,
      body: { code: 'identity-consent-missing' },
    })
    expect((await app.guest.post('/api/members', { ...old, consents: { terms: 2, privacy: 1 } })).status).toBe(201)
  })

  it('of a consent that nobody must give stops nothing', async () => {
    const member = await app.signUp()
    await publish(admin, 'nightPush')
    expect((await write(member)).status).toBe(200)
  })
})

describe('one’s own consents', () => {
  it('are off unless given, given and taken back, by a fresh session', async () => {
    const member = await app.signUp()
    const marketing = async () =>
      (await member.get('/api/me/consents')).body.items.find((one: { consent: string }) => one.consent === 'marketing')
    expect(await marketing()).toMatchObject({ given: false, version: null, required: false })
    expect((await member.put('/api/me/consents', { marketing: true })).status).toBe(200)
    expect(await marketing()).toMatchObject({ given: true, version: 2 })
    app.setTime(new Date(Date.now() + 11 * minuteMs))
    expect(await member.put('/api/me/consents', { marketing: false })).toMatchObject({ status: 403 })
    await member.post('/api/me/reauthentications', { password })
    expect((await member.put('/api/me/consents', { marketing: false })).status).toBe(200)
    expect(await marketing()).toMatchObject({ given: false })
    app.setTime()
  })
})
