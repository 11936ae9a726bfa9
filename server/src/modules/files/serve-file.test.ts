import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Caller, type TestApp, type TestMember, testApp } from '../../../test/app.ts'
import { createIds } from '../../kernel/id.ts'
import { drawn, noteModule, upload } from './files-for-tests.ts'

const ids = createIds({ now: () => new Date() })
let t: TestApp
let owner: TestMember
let stranger: TestMember
let note: string
beforeAll(async () => {
  t = await testApp({ also: [noteModule()] })
  owner = await t.signUp()
  stranger = await t.signUp()
})
afterAll(() => t.close())
beforeEach(() => {
  note = ids.next('tnt')
  t.setTime()
})

const pdf = async (text = 'hello') =>
  (await upload(owner, { bytes: `%PDF-1.7\n${text}`, name: 'a.pdf', kind: 'attachment' })).body
const picture = async (kind = 'image') =>
  (await upload(owner, { bytes: await drawn(100, 80).png().toBuffer(), kind })).body
const show = (files: string[], audience: string[], more = {}) =>
  owner.put(`/api/test-notes/${note}`, { files, audience, ...more })
const statuses = (url: string, ...callers: Caller[]) =>
  Promise.all(callers.map(async (caller) => (await caller.get(url)).status))

describe('who may read a file', () => {
  it('is its owner alone while nothing shows it', async () => {
    const { url } = await picture()
    expect(await statuses(url, owner, stranger, t.guest)).toEqual([200, 404, 404])
    expect((await owner.get(url)).headers['cache-control']).toBe('private, no-cache')
  })

  it('is the audience of what shows it, now', async () => {
    const { id, url } = await picture()
    await show([id], ['members'])
    expect(await statuses(url, owner, stranger, t.guest)).toEqual([200, 200, 404])
    await show([id], ['public'])
    expect(await statuses(url, owner, stranger, t.guest)).toEqual([200, 200, 200])
    expect((await t.guest.get(url)).headers['cache-control']).toBe('public, max-age=31536000, immutable')
    await show([id], [`member:${owner.id}`])
    expect(await statuses(url, owner, stranger, t.guest)).toEqual([200, 404, 404])
    await show([id], ['public'], { state: 'deleted' })
    expect(await statuses(url, owner, stranger, t.guest)).toEqual([200, 404, 404])
    await show([], ['public'])
    expect(await statuses(url, owner, stranger, t.guest)).toEqual([200, 404, 404])
  })

  it('does not widen because somebody else names it', async () => {
    const { id, url } = await picture()
    await stranger.put(`/api/test-notes/${note}`, { files: [id], audience: ['public'] })
    expect(await statuses(url, stranger, t.guest)).toEqual([404, 404])
  })

  it('sees what is public with a session that has run out', async () => {
    const { id, url } = await picture()
    await show([id], ['public'])
    expect((await t.as('not.a.token').get(url)).status).toBe(200)
  })
})

describe('the bytes', () => {
  it('cannot act as a page of ours', async () => {
    for (const { url } of [await picture(), await pdf()]) {
      const { headers } = await owner.get(url)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'accept-ranges': 'bytes',
      })
      expect(headers['content-disposition']).toMatch(url.endsWith('original') ? /^attachment;/ : /^inline;/)
    }
  })

  it('come in ranges, with the right bytes and lengths', async () => {
    const { url, sizeBytes } = await pdf('0123456789')
    const part = await owner.get(url, { range: 'bytes=9-12' })
    expect(part).toMatchObject({
      status: 206,
      body: '0123',
      headers: { 'content-range': `bytes 9-12/${sizeBytes}`, 'content-length': '4' },
    })
    expect((await owner.get(url, { range: 'bytes=-2' })).body).toBe('89')
    const beyond = await owner.get(url, { range: `bytes=${sizeBytes}-` })
    expect(beyond).toMatchObject({ status: 416, body: '', headers: { 'content-range': `bytes */${sizeBytes}` } })
    const whole = await owner.get(url, { range: 'bytes=0-1', 'if-range': '"another"' })
    expect(whole).toMatchObject({ status: 200, headers: { 'content-length': String(sizeBytes) } })
  })

  it('are not sent to HEAD, nor to one that has them', async () => {
    const { url, sizeBytes } = await pdf()
    const head = await t.app.inject({ method: 'HEAD', url, headers: { authorization: `Bearer ${owner.token}` } })
    expect(head).toMatchObject({ statusCode: 200, body: '' })
    expect(head.headers['content-length']).toBe(String(sizeBytes))
    const { headers } = await owner.get(url)
    expect(await owner.get(url, { 'if-none-match': String(headers['etag']) })).toMatchObject({ status: 304, body: '' })
  })

  it('are nowhere under another hash, variant or id', async () => {
    const { url, id } = await picture()
    expect((await owner.get(url.replace(/\/[0-9a-f]{16}\//, '/0123456789abcdef/'))).status).toBe(404)
    expect((await owner.get(url.replace(/320$/, 'original'))).status).toBe(404)
    expect((await owner.get(url.replace(id, ids.next('fil')))).status).toBe(404)
    expect((await owner.get(url.replace(/320$/, '..%2f..'))).status).toBe(400)
  })
})

describe('a signed link', () => {
  it('works without a session until it expires', async () => {
    const { id } = await pdf()
    const { body } = await owner.get(`/api/files/${id}/link`)
    expect((await t.guest.get(body.url)).status).toBe(200)
    t.setTime(new Date(Date.parse(body.expiresAt) + 1000))
    expect(await t.guest.get(body.url)).toMatchObject({ status: 403, body: { code: 'files-link-invalid' } })
  })

  it('is refused when anything of it was altered', async () => {
    const { id, url: other } = await picture()
    const { body } = await owner.get(`/api/files/${id}/link?variant=320`)
    const [path, query] = body.url.split('?')
    const later = query.replace(/expires=\d+/, 'expires=9999999999')
    const flipped = query.replace(/signature=./, (s: string) => (s.endsWith('A') ? 'signature=B' : 'signature=A'))
    const elsewhere = (await pdf()).url
    for (const altered of [
      `${path}?${later}`,
      `${path}?${flipped}`,
      `${path.replace(/320$/, '640')}?${query}`,
      `${elsewhere}?${query}`,
      `${other.replace(id, ids.next('fil'))}?${query}`,
      `${path}?expires=9999999999`,
      `${path}?${query.replace(/expires=\d+/, 'expires=soon')}`,
      `${path}?${query}${'A'.repeat(60)}`,
      ...[...'AEIMQUYcgkosw048']
        .map((last) => `${path}?${query.slice(0, -1)}${last}`)
        .filter((one) => one !== body.url),
      ...[...'BCDF'].map((last) => `${path}?${query.slice(0, -1)}${last}`),
    ])
      expect(await t.guest.get(altered), altered).toMatchObject({ status: 403, body: { code: 'files-link-invalid' } })
    expect((await t.guest.get(body.url)).status).toBe(200)
  })

  it('is given to those who may read the file alone', async () => {
    const { id } = await pdf()
    expect((await stranger.get(`/api/files/${id}/link`)).status).toBe(404)
    await show([id], ['members'])
    expect((await stranger.get(`/api/files/${id}/link`)).status).toBe(200)
    expect((await t.guest.get(`/api/files/${id}/link`)).status).toBe(404)
  })
})

describe('an avatar', () => {
  const wear = async (avatarId: string | null) => {
    const { body } = await owner.get('/api/me')
    return owner.patch('/api/me', { avatarId }, { 'if-match': `"${body.version}"` })
  }

  it('is everybody’s while it is worn, and gone at its address once replaced', async () => {
    const [first, second] = [await picture('avatar'), await picture('avatar')]
    expect((await t.guest.get(first.url)).status).toBe(404)
    expect((await wear(first.id)).status).toBe(200)
    expect(await statuses(first.url, t.guest, stranger)).toEqual([200, 200])
    expect((await wear(second.id)).status).toBe(200)
    expect(await t.guest.get(first.url)).toMatchObject({ status: 410, body: { code: 'gone' } })
    expect((await owner.get(first.url)).status).toBe(410)
    expect((await t.guest.get(second.url)).status).toBe(200)
    expect((await owner.get('/api/me/files')).body.items.map(({ id }: { id: string }) => id)).not.toContain(first.id)
    await wear(null)
    expect((await t.guest.get(second.url)).status).toBe(410)
  })
})

it('a subject shows no more pictures than it may', async () => {
  const bytes = await drawn(4, 4).png().toBuffer()
  const files: string[] = []
  for (let n = 0; n < 21; n++) files.push((await upload(owner, { bytes })).body.id)
  expect((await show(files.slice(0, 20), ['public'])).status).toBe(204)
  expect(await show(files, ['public'])).toMatchObject({ status: 422, body: { code: 'files-too-many', max: 20 } })
})
