import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, type TestMember, testApp } from '../../../../test/app.ts'
import { drawn, upload } from '../../files/files-for-tests.ts'
import { statusesOf } from '../identity-for-tests.ts'

const dayMs = 86_400_000
let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

async function change(member: TestMember, body: object, version?: number) {
  const current = version ?? (await member.get('/api/me')).body.version
  return member.patch('/api/me', body, { 'if-match': String(current) })
}
const show = (idOrNickname: string) => app.guest.get(`/api/members/${encodeURIComponent(idOrNickname)}`)
const inFuture = (ms: number) => app.setTime(new Date(Date.now() + ms))

describe('a profile', () => {
  it('is changed by its owner and seen by anyone, at once', async () => {
    const member = await app.signUp()
    expect((await show(member.id)).body).toMatchObject({ bio: '', links: [], can: { edit: false, grant: false } })
    const change1 = { bio: '달리기를 좋아해요 🏃', links: ['https://example.com/me'] }
    expect(await change(member, change1)).toMatchObject({ status: 200, body: change1 })
    expect((await show(member.id)).body).toMatchObject(change1)
    expect((await show(member.nickname)).body.id).toBe(member.id)
    expect((await member.get(`/api/members/${member.id}`)).body.can).toEqual({ edit: true, grant: false })
  })

  it('never shows what is private', async () => {
    const member = await app.signUp()
    const { body } = await show(member.id)
    expect(Object.keys(body).sort()).toEqual(
      ['avatarUrl', 'bio', 'can', 'id', 'joinedAt', 'links', 'nickname', 'roles', 'status'].sort(),
    )
    expect(JSON.stringify(body)).not.toContain(member.email)
  })

  it('is not changed from an old version, without one, or out of bounds', async () => {
    const member = await app.signUp()
    const { version } = (await member.get('/api/me')).body
    expect((await change(member, { bio: 'one' }, version)).status).toBe(200)
    expect(await change(member, { bio: 'two' }, version)).toMatchObject({
      status: 412,
      body: { code: 'version-stale' },
    })
    expect((await member.patch('/api/me', { bio: 'two' })).status).toBe(428)
    const refused = [
      { bio: 'x'.repeat(301) },
      { links: Array(6).fill('https://a.bc') },
      { links: ['javascript:alert(1)'] },
      { links: ['not a link'] },
      { role: 'admin' },
      { status: 'active' },
      { email: 'a@b.cc' },
      { avatarId: 'mem_1' },
    ]
    for (const body of refused) expect((await change(member, body)).status, JSON.stringify(body)).toBe(400)
    expect((await member.get('/api/me')).body.bio).toBe('one')
  })

  it('wears an avatar that its owner uploaded, in cards too, and takes it off again', async () => {
    const member = await app.signUp()
    const bytes = await drawn(300, 300).png().toBuffer()
    const file = await upload(member, { bytes, kind: 'avatar' })
    expect(file.status).toBe(201)
    const worn = await change(member, { avatarId: file.body.id })
    expect(worn).toMatchObject({ status: 200, body: { avatarId: file.body.id } })
    expect((await show(member.id)).body.avatarUrl).toBe(worn.body.avatarUrl)
    expect((await app.guest.get(worn.body.avatarUrl)).status).toBe(200)
    const [card] = (await member.get(`/api/members?q=${encodeURIComponent(member.nickname)}`)).body.items
    expect((await app.guest.get(card.avatarUrl)).status).toBe(200)
    expect((await change(member, { avatarId: null })).body).toMatchObject({ avatarId: null, avatarUrl: null })
    expect((await show(member.id)).body.avatarUrl).toBeNull()
  })

  it('does not wear a picture of another, of another kind, or that is not there', async () => {
    const [member, other] = [await app.signUp(), await app.signUp()]
    const bytes = await drawn(300, 300).png().toBuffer()
    const [theirs, image] = [
      await upload(other, { bytes, kind: 'avatar' }),
      await upload(member, { bytes, kind: 'image' }),
    ]
    for (const { body } of [theirs, image])
      expect(await change(member, { avatarId: body.id })).toMatchObject({
        status: 422,
        body: { code: 'identity-avatar-refused' },
      })
    expect(await change(member, { avatarId: 'fil_01arz3ndektsv4rrffq69g5fav' })).toMatchObject({
      status: 422,
      body: { code: 'identity-avatar-refused' },
    })
  })

  it('of nobody is 404', async () => {
    expect((await show('nobodyhere')).status).toBe(404)
    expect((await show('mem_01arz3ndektsv4rrffq69g5fav')).status).toBe(404)
  })
})

describe('a nickname', () => {
  it('wanted by fifty members at once goes to one', async () => {
    const members = await Promise.all(Array.from({ length: 50 }, () => app.signUp()))
    const versions = await Promise.all(members.map(async (member) => (await member.get('/api/me')).body.version))
    const replies = await Promise.all(
      members.map((member, n) => change(member, { nickname: n % 2 ? 'Wanted' : 'wanted' }, versions[n])),
    )
    expect(statusesOf(replies)).toEqual({ 200: 1, 409: 49 })
    expect(
      replies.filter(({ status }) => status === 409).every(({ body }) => body.code === 'identity-nickname-taken'),
    ).toBe(true)
  }, 60_000)

  it('that was given up leads to its bearer for 30 days, and nobody else may take it', async () => {
    const [member, other] = [await app.signUp('formername'), await app.signUp()]
    expect((await change(member, { nickname: 'latername' })).status).toBe(200)
    const redirect = await show('FormerName')
    expect(redirect).toMatchObject({ status: 302, headers: { location: '/api/members/latername' } })
    expect((await change(other, { nickname: 'formername' })).status).toBe(409)
    expect((await app.guest.get('/api/availability?nickname=formername')).body).toEqual({ free: false })
    inFuture(30 * dayMs + 60_000)
    expect((await show('formername')).status).toBe(404)
    const session = await app.guest.post('/api/sessions', { email: other.email, password: 'a long enough passphrase' })
    const later = { ...other, ...app.as(session.body.accessToken) }
    expect((await change(later, { nickname: 'formername' })).status).toBe(200)
    expect((await show('formername')).body.id).toBe(other.id)
    app.setTime()
  })

  it('may be taken back by its former bearer', async () => {
    const member = await app.signUp('backandforth')
    expect((await change(member, { nickname: 'forthagain' })).status).toBe(200)
    expect((await change(member, { nickname: 'backandforth' })).status).toBe(200)
    expect((await show('backandforth')).body.id).toBe(member.id)
    expect((await show('forthagain')).status).toBe(302)
  })

  it('is changed three times in 30 days', async () => {
    const member = await app.signUp()
    for (const [n, nickname] of ['changeone', 'changetwo', 'changethree'].entries()) {
      expect((await member.get('/api/me')).body.nicknameChangesLeft).toBe(3 - n)
      expect((await change(member, { nickname })).status).toBe(200)
    }
    const fourth = await change(member, { nickname: 'changefour' })
    expect(fourth).toMatchObject({ status: 429, body: { code: 'identity-nickname-changes-used' } })
    expect(Number(fourth.headers['retry-after'])).toBeGreaterThan(29 * 86_400)
    expect((await change(member, { bio: 'a bio is no nickname' })).status).toBe(200)
    expect((await change(member, { nickname: 'changethree', bio: 'the same' })).status).toBe(200)
  })

  it('reserved by the operator is refused', async () => {
    const member = await app.signUp()
    expect(await change(member, { nickname: '관리자' })).toMatchObject({
      status: 422,
      body: { code: 'identity-nickname-refused' },
    })
  })
})

describe('the search for members', () => {
  it('finds ten by the beginning of the name, for members only', async () => {
    const member = await app.signUp()
    await Promise.all(Array.from({ length: 12 }, (_, n) => app.signUp(`하늘${n}`)))
    const found = await member.get(`/api/members?q=${encodeURIComponent('하늘')}`)
    expect(found.body.items).toHaveLength(10)
    expect(found.body.items[0].nickname).toMatch(/^하늘\d$/)
    expect((await member.get('/api/members?q=%25')).body.items).toEqual([])
    expect((await member.get('/api/members?q=')).status).toBe(400)
    expect((await app.guest.get('/api/members?q=a')).status).toBe(401)
  })
})
