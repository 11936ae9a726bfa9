import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, type TestMember, testApp } from '../../../../test/app.ts'
import { sql } from '../../../platform/database.ts'
import { password, statusesOf } from '../identity-for-tests.ts'

const minuteMs = 60_000
let app: TestApp
let admin: TestMember
beforeAll(async () => {
  app = await testApp()
  admin = await app.admin()
})
afterAll(() => app.close())

const grant = (member: TestMember, role: string, more: object = {}, by: TestMember = admin) =>
  by.post(`/api/members/${member.id}/grants`, { role, reason: 'for the test', ...more })
const revoke = (member: TestMember, grantId: string, by: TestMember = admin) =>
  by.delete(`/api/members/${member.id}/grants/${grantId}`)
const rolesOf = async (member: TestMember) => (await member.get('/api/me')).body.roles
const inFuture = (ms: number) => app.setTime(new Date(Date.now() + ms))
const ownGrant = async () => (await admin.get(`/api/members/${admin.id}/grants`)).body.items[0].id

describe('a role', () => {
  it('is in force with the next request, audited, told to the member, and taken away again', async () => {
    const member = await app.signUp()
    const granted = await grant(member, 'moderator')
    expect(granted.status).toBe(201)
    expect(await rolesOf(member)).toEqual(['moderator'])
    expect((await app.guest.get(`/api/members/${member.id}`)).body.roles).toEqual(['moderator'])
    expect(await grant(member, 'moderator')).toMatchObject({ status: 409, body: { code: 'identity-grant-exists' } })
    expect((await revoke(member, granted.body.id)).status).toBe(204)
    expect(await rolesOf(member)).toEqual([])
    expect((await app.guest.get(`/api/members/${member.id}`)).body.roles).toEqual([])
    expect((await revoke(member, granted.body.id)).status).toBe(404)
    const audit = await app.platform.db.many<{ act: string }>(
      sql`select act from platform.audit where target = ${member.id} order by n`,
    )
    expect(audit.map(({ act }) => act)).toEqual(['identity.role-granted', 'identity.role-revoked'])
    const history = await admin.get(`/api/members/${member.id}/grants`)
    expect(history.body.items).toMatchObject([{ role: 'moderator', grantedBy: admin.id, reason: 'for the test' }])
  })

  it('ends by itself, and may then be given again', async () => {
    const member = await app.signUp()
    const until = new Date(Date.now() + 5 * minuteMs)
    expect((await grant(member, 'tutor', { until })).status).toBe(201)
    expect(await rolesOf(member)).toEqual(['tutor'])
    inFuture(5 * minuteMs + 1000)
    expect(await rolesOf(member)).toEqual([])
    expect((await grant(member, 'tutor')).status).toBe(201)
    expect(await rolesOf(member)).toEqual(['tutor'])
    app.setTime()
  })

  it('of one board is no role of the instance', async () => {
    const member = await app.signUp()
    expect((await grant(member, 'moderator', { scope: 'board:brd_01arz3ndektsv4rrffq69g5fav' })).status).toBe(201)
    expect(await rolesOf(member)).toEqual([])
  })

  it('is given by administrators alone, whose session is fresh', async () => {
    const [member, other] = [await app.signUp(), await app.signUp()]
    expect((await grant(member, 'admin', {}, other)).status).toBe(403)
    expect((await app.guest.post(`/api/members/${member.id}/grants`, { role: 'admin' })).status).toBe(401)
    expect((await other.get(`/api/members/${member.id}/grants`)).status).toBe(403)
    inFuture(11 * minuteMs)
    expect(await grant(member, 'moderator')).toMatchObject({ status: 403, body: { code: 'identity-reauth-required' } })
    expect((await admin.post('/api/me/reauthentications', { password })).status).toBe(204)
    expect((await grant(member, 'moderator')).status).toBe(201)
    app.setTime()
  })

  it('that does not exist, for nobody, in the past or without a reason is refused', async () => {
    const member = await app.signUp()
    expect((await grant(member, 'king')).status).toBe(400)
    expect((await grant(member, 'tutor', { until: new Date(Date.now() - 1000) })).status).toBe(400)
    expect((await grant(member, 'tutor', { reason: '' })).status).toBe(400)
    expect((await grant(member, 'admin', { scope: 'board:brd_01arz3ndektsv4rrffq69g5fav' })).status).toBe(400)
    expect((await grant({ ...member, id: 'mem_01arz3ndektsv4rrffq69g5fav' }, 'tutor')).status).toBe(404)
    expect(await rolesOf(member)).toEqual([])
  })
})

describe('the last administrator', () => {
  it('stays', async () => {
    expect(await revoke(admin, await ownGrant())).toMatchObject({ status: 409, body: { code: 'identity-last-admin' } })
    const member = await app.signUp()
    const until = new Date(Date.now() + 60 * minuteMs)
    await grant(member, 'admin', { until })
    expect((await revoke(admin, await ownGrant())).status).toBe(409)
    expect(await rolesOf(admin)).toEqual(['admin'])
  })

  it('stays also when two take the role from each other at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const second = await app.signUp()
      const granted = await grant(second, 'admin')
      const replies = await Promise.all([
        revoke(second, granted.body.id, admin),
        revoke(admin, await ownGrant(), second),
      ])
      expect(statusesOf(replies)[204]).toBe(1)
      const left = await app.platform.db.many(sql`
        select 1 from identity.grants where role = 'admin' and revoked_at is null and until is null`)
      expect(left).toHaveLength(1)
      if ((await rolesOf(admin)).length === 0) expect((await grant(admin, 'admin', {}, second)).status).toBe(201)
      if ((await rolesOf(second)).length) await revoke(second, granted.body.id)
    }
  })
})
