import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Route } from '../src/module.ts'
import { type Caller, type TestApp, testApp } from './app.ts'
import { routesOf, samplePath } from './routes-of.ts'

let t: TestApp
let routes: Route[]
beforeAll(async () => {
  t = await testApp()
  routes = routesOf(t)
})
afterAll(() => t.close())

const name = ({ method, path }: Route) => `${method} ${path}`
const call = (caller: Caller, route: Route, body: unknown = route.method === 'GET' ? undefined : {}) => {
  const path = samplePath(route)
  if (route.method === 'GET') return caller.get(path)
  const method = route.method.toLowerCase() as 'post' | 'put' | 'patch' | 'delete'
  return caller[method](path, body, { 'if-match': '"1"' })
}

/** Routes that anyone may call although they write: each with its reason. */
const openWrites: Record<string, string> = {
  'POST /api/members': 'sign-up',
  'POST /api/email-verifications': 'asks for a letter',
  'PUT /api/email-verification': 'the token in the letter proves it',
  'POST /api/password-resets': 'asks for a letter',
  'PUT /api/password-reset': 'the token in the letter proves it',
  'POST /api/sessions': 'sign-in',
  'POST /api/session-refreshes': 'the refresh cookie proves it',
  'POST /api/setup': 'the set-up token proves it',
  'POST /api/searches': 'a search that counts',
  'POST /api/posts/:id/views': 'a guest’s view counts',
}

test('there are routes to look at, each declared once', () => {
  expect(routes.length).toBeGreaterThanOrEqual(60)
  expect(new Set(routes.map(name)).size).toBe(routes.length)
})

test('a guest is told to sign in wherever a member is asked for', async () => {
  const closed = routes.filter(({ access }) => access !== 'guest')
  expect(closed.length).toBeGreaterThan(20)
  for (const route of closed) {
    const { status, body } = await call(t.guest, route)
    expect({ route: name(route), status, code: body.code }).toEqual({
      route: name(route),
      status: 401,
      code: 'sign-in-needed',
    })
  }
})

test('a guest writes nowhere but where the list above says so', () => {
  const open = routes.filter(({ access, method }) => access === 'guest' && method !== 'GET').map(name)
  expect(open.sort()).toEqual(Object.keys(openWrites).sort())
})

test('a member without the role is refused wherever a role is asked for', async () => {
  const stranger = await t.signUp()
  const ruled = routes.filter(({ access }) => typeof access === 'object')
  expect(ruled.length).toBeGreaterThan(5)
  for (const route of ruled) {
    const { status, body } = await call(stranger, route)
    expect({ route: name(route), status, code: body.code }).toEqual({
      route: name(route),
      status: 403,
      code: 'forbidden',
    })
  }
})

test('no route answers a stranger’s guess with a bug', async () => {
  const stranger = await t.signUp()
  for (const route of routes) {
    if (route.upload || route.path.startsWith('/api/me/sessions')) continue
    for (const caller of [t.guest, stranger]) {
      const { status } = await call(caller, route)
      expect(status, name(route)).toBeLessThan(500)
    }
  }
})

test('unknown fields are refused by every route that takes a body', async () => {
  const stranger = await t.signUp()
  for (const route of routes.filter(
    ({ body, access, upload }) => body && !upload && (access === 'guest' || access === 'member'),
  )) {
    const { status, body } = await call(stranger, route, { somethingElse: 1, id: 'x', role: 'admin' })
    expect({ route: name(route), status }).toEqual({ route: name(route), status: 400 })
    expect(
      body.errors?.map(({ at }: { at: string }) => at),
      name(route),
    ).toContain('/somethingElse')
  }
})

test('a session that is not ours is refused even where guests may read', async () => {
  const { status } = await t.as('not.a.token').get('/api/home')
  expect(status).toBe(401)
})

test('what no text can hold is refused wherever it is said', async () => {
  const reader = await t.admin()
  const lists = routes.filter(({ method, query }) => method === 'GET' && query)
  expect(lists.length).toBeGreaterThan(20)
  for (const route of lists) {
    const properties = (route.query as { properties?: Record<string, unknown> }).properties ?? {}
    for (const field of Object.keys(properties)) {
      const { status } = await reader.get(`${samplePath(route)}?${field}=%00`)
      expect(status, `${name(route)} ${field}`).toBe(400)
    }
  }
  expect((await reader.get('/api/tags/%00/posts')).status).toBe(400)
})

const cursors = [['\0'], ['x', 'y'], [1e300, 'x'], ['2026', 'x'], [0, '+275760-09-13T00:00:00Z', 'x'], [0, '2026', 'x']]
test('a made-up cursor is never a bug', async () => {
  const reader = await t.admin()
  const lists = routes.filter(
    ({ method, query }) => method === 'GET' && (query as { properties?: object } | undefined)?.properties,
  )
  for (const route of lists)
    for (const parts of cursors)
      for (const sort of ['', '&sort=active', '&sort=likes', '&q=x']) {
        const after = Buffer.from(JSON.stringify(parts)).toString('base64url')
        const { status } = await reader.get(`${samplePath(route)}?after=${after}${sort}`)
        expect(status, `${name(route)} ${JSON.stringify(parts)}`).toBeLessThan(500)
      }
})

test('a client that says JSON and sends nothing is understood where nothing is asked for', async () => {
  const member = await t.signUp()
  const json = { 'content-type': 'application/json' }
  expect((await member.delete(`/api/subjects/${member.id}/bookmark`, undefined, json)).status).toBe(204)
  expect((await member.post('/api/searches', undefined, json)).body.code).toBe('search-empty')
  expect((await member.put('/api/me/drafts/x', undefined, { ...json, 'if-match': '0' })).body.code).toBe('invalid')
})
