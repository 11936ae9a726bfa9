import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cookieHeader, setCookies, signUpForm } from '../src/modules/identity/identity-for-tests.ts'
import { password, type TestApp, type TestMember, testApp } from './app.ts'

let t: TestApp
let member: TestMember
beforeAll(async () => {
  t = await testApp()
  member = await t.signUp()
})
afterAll(() => t.close())

describe('what cannot be read', () => {
  test('an address that is not one is refused as a problem', async () => {
    const refused = await t.guest.get('/api/members/%ZZ')
    expect(refused).toMatchObject({ status: 400, body: { code: 'malformed' } })
    expect(refused.headers['content-type']).toContain('application/problem+json')
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'a route that takes JSON does not take %s',
    async (type) => {
      const { statusCode, json } = {
        ...(await t.app.inject({
          method: 'POST',
          url: '/api/sessions',
          headers: { 'content-type': type },
          payload: type.startsWith('multipart') ? '--x--\r\n' : '{}',
        })),
      }
      expect([statusCode, json().code]).toEqual([415, 'media-type-unsupported'])
    },
  )

  test('a day that is in no calendar is refused', async () => {
    for (const birthDate of ['1990-13-01', '1990-01-32', '1990-02-30', '1990-00-10'])
      expect(await t.guest.post('/api/members', signUpForm('달력지기', { birthDate }))).toMatchObject({
        status: 400,
        body: { errors: [{ at: '/birthDate', code: 'wrong-form' }] },
      })
  })

  test.each([100, 100_000])('lists in %i lists are refused, whoever asks what', async (depth) => {
    const payload = `${'['.repeat(depth)}${']'.repeat(depth)}`
    const key = { 'content-type': 'application/json', 'idempotency-key': `deep-${depth}` }
    const admin = await t.admin()
    for (const refused of [
      await t.guest.post('/api/sessions', payload, key),
      await member.post('/api/posts/pst_00000000000000000000000000/restoration', payload, key),
      await admin.put('/api/ops/settings/ops.instance-name', `{"value":${payload}}`, { ...key, 'if-match': '"0"' }),
    ])
      expect(refused).toMatchObject({ status: 400, body: { code: 'malformed' } })
  })

  test('an address of any length goes with a key', async () => {
    // nothing that could be packed: an index holds its rows packed
    const address = `/api/email-verifications?x=${randomBytes(7000).toString('base64url')}`
    const send = (url: string) => t.guest.post(url, { email: 'a@b.example' }, { 'idempotency-key': 'far-away' })
    expect((await send(address)).status).toBe(202)
    expect((await send(address)).headers['idempotency-replayed']).toBe('true')
    expect((await send(`${address}0`)).headers['idempotency-replayed']).toBeUndefined()
  })

  test('a made-up cursor is called one', async () => {
    const after = Buffer.from('["x","y"]').toString('base64url')
    expect(await member.get(`/api/feed?after=${after}`)).toMatchObject({
      status: 400,
      body: { code: 'cursor-invalid' },
    })
  })
})

describe('what is no request', () => {
  const send = async (bytes: string) => {
    const { port } = new URL(origin)
    const socket = connect(Number(port), '127.0.0.1')
    socket.end(bytes)
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n')
    return { head, body: JSON.parse(body) }
  }
  let origin: string
  beforeAll(async () => {
    origin = await t.listen()
  })

  test.each([
    ['letters beyond ASCII in its first line', 'GET /검색 HTTP/1.1\r\nHost: a\r\n\r\n', 400, 'malformed'],
    ['a method that nobody knows', 'FOO / HTTP/1.1\r\nHost: a\r\n\r\n', 400, 'malformed'],
    ['a header without end', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431, 'headers-too-large'],
  ])('%s is refused as a problem', async (_, bytes, status, code) => {
    const { head, body } = await send(bytes)
    expect(head).toContain(`HTTP/1.1 ${status} `)
    expect(head).toContain('Content-Type: application/problem+json')
    expect(body).toMatchObject({ status, code })
  })
})

describe('a method that a path does not have', () => {
  test('is refused with those that it has', async () => {
    const refused = await t.guest.put('/api/terms', {})
    expect(refused).toMatchObject({ status: 405, body: { code: 'method-not-allowed' } })
    expect(refused.headers['allow']).toBe('GET, HEAD, POST')
    expect((await t.guest.get('/api/sessions')).headers['allow']).toBe('POST')
    expect((await member.post('/api/members/someone', {})).headers['allow']).toBe('GET, HEAD')
    expect((await t.guest.post('/livez', {})).status).toBe(405)
  })

  test('a path that is not there stays unknown, whatever the method', async () => {
    expect((await t.guest.delete('/api/nothing')).status).toBe(404)
    expect((await t.guest.get('/api/terms/')).status).toBe(404)
  })
})

describe('validators', () => {
  test('one of a list, a weak one and * answer that nothing changed', async () => {
    const { headers } = await t.guest.get('/api/terms')
    const etag = String(headers['etag'])
    for (const given of [etag, `W/${etag}`, `"other", ${etag}`, '*'])
      expect((await t.guest.get('/api/terms', { 'if-none-match': given })).status, given).toBe(304)
    expect((await t.guest.get('/api/terms', { 'if-none-match': '"other"' })).status).toBe(200)
  })

  test('a version that is none of ours is a stale one; none at all is asked for', async () => {
    const change = (headers: Record<string, string>) => member.patch('/api/me', { bio: '' }, headers)
    expect((await change({ 'if-match': '"another"' })).body.code).toBe('version-stale')
    expect((await change({ 'if-match': '"999"' })).body.code).toBe('version-stale')
    expect((await change({})).body.code).toBe('version-needed')
    expect((await change({ 'if-match': '*' })).body.code).toBe('version-needed')
  })
})

describe('who writes', () => {
  test('a cookie alone writes nothing: our own origin must be named', async () => {
    const session = await t.guest.post('/api/sessions', { email: member.email, password })
    const cookie = cookieHeader(setCookies(session))
    const write = (headers: Record<string, string>) =>
      t.guest.put('/api/me/activity-settings', { hiddenKinds: [] }, { ...cookie, ...headers })
    expect(await write({})).toMatchObject({ status: 403, body: { code: 'origin-foreign' } })
    expect((await write({ origin: t.platform.config.publicUrl })).status).toBe(200)
    expect((await write({ 'sec-fetch-site': 'same-origin' })).status).toBe(200)
    expect((await t.guest.get('/api/me', cookie)).status).toBe(200)
  })

  test('a token whose last letter was changed is another token', async () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const others = [...letters].filter((letter) => !member.token.endsWith(letter))
    for (const letter of others)
      expect((await t.as(member.token.slice(0, -1) + letter).get('/api/me')).status, letter).toBe(401)
  })
})

describe('what watches the instance', () => {
  test('the probes answer, by each of their names', async () => {
    for (const path of ['/livez', '/readyz', '/healthz']) expect((await t.guest.get(path)).status, path).toBe(200)
  })

  test('/metrics is open until the operator sets a token, which is never shown again', async () => {
    const admin = await t.admin()
    const { body } = await t.guest.get('/metrics')
    for (const line of [
      'madang_connections{transport="sse"} 0',
      'madang_search_lag_seconds 0',
      'madang_search_drift 0',
    ])
      expect(body.split('\n')).toContain(line)
    const value = 'a-token-for-prometheus'
    const set = await admin.put('/api/ops/settings/ops.metrics-token', { value }, { 'if-match': '"0"' })
    expect(set).toMatchObject({ status: 200, body: { version: 1 } })
    expect((await t.guest.get('/metrics')).status).toBe(401)
    expect((await t.as('another').get('/metrics')).status).toBe(401)
    expect((await t.as(value).get('/metrics')).status).toBe(200)
    const [settings, audit] = [await admin.get('/api/ops/settings'), await admin.get('/api/ops/audit')]
    expect(JSON.stringify([set.body, settings.body, audit.body])).not.toContain(value)
    expect(audit.body.items[0]).toMatchObject({ target: 'ops.metrics-token', before: '' })
    await admin.put('/api/ops/settings/ops.metrics-token', { value: '' }, { 'if-match': '"1"' })
    expect((await t.guest.get('/metrics')).status).toBe(200)
  })
})
