import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type TestApp, type TestMember, testApp } from '../../../../test/app.ts'
import { compose, type Instance } from '../../../compose.ts'
import type { DatabaseAddress } from '../../../platform/database.ts'
import { cookieHeader, password, setCookies } from '../identity-for-tests.ts'

const withinMs = 1000
let app: TestApp
let nodes: Instance[]

beforeAll(async () => {
  app = await testApp()
  nodes = [await otherNode(), await otherNode()]
})
afterAll(async () => {
  await Promise.all(nodes.map((node) => node.stop()))
  await app.close()
})

/** Another web process of the same instance. */
async function otherNode(): Promise<Instance> {
  const { config, db } = app.platform
  const node = await compose({
    config: { ...config, roles: ['web'] },
    database: db.pool.options as DatabaseAddress,
    rateLimits: false,
  })
  await node.start()
  await node.app.ready()
  return node
}

async function statusOn(node: Pick<Instance, 'app'>, token: string, url = '/api/me'): Promise<number> {
  const { statusCode } = await node.app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } })
  return statusCode
}
const everywhere = () => [app.instance, ...nodes]
const statuses = (token: string, url?: string) => Promise.all(everywhere().map((node) => statusOn(node, token, url)))
const soon = (check: () => Promise<void>) => vi.waitFor(check, { timeout: withinMs, interval: 20 })

/** Warm on every node: what they keep in memory is what has to go. */
async function known(): Promise<{ member: TestMember; token: string; cookies: Record<string, string> }> {
  const member = await app.signUp()
  const session = await app.guest.post('/api/sessions', { email: member.email, password })
  const token: string = session.body.accessToken
  expect(await statuses(token)).toEqual([200, 200, 200])
  return { member, token, cookies: setCookies(session) }
}

it('signing out is known on three nodes within a second', async () => {
  const { token } = await known()
  expect((await app.as(token).delete('/api/me/sessions/current')).status).toBe(204)
  expect(await statusOn(app.instance, token)).toBe(401)
  await soon(async () => expect(await statuses(token)).toEqual([401, 401, 401]))
})

it('a family ended by a replay is dead on three nodes within a second', async () => {
  const { token, cookies } = await known()
  const refresh = () => app.guest.post('/api/session-refreshes', undefined, cookieHeader(cookies))
  const refreshed = await refresh()
  expect(await statuses(refreshed.body.accessToken)).toEqual([200, 200, 200])
  expect((await refresh()).body.code).toBe('identity-refresh-reused')
  await soon(async () => expect(await statuses(token)).toEqual([401, 401, 401]))
  await soon(async () => expect(await statuses(refreshed.body.accessToken)).toEqual([401, 401, 401]))
})

it('a role is in force on three nodes with the next request after a second, and so is its loss', async () => {
  const admin = await app.admin()
  const { member, token } = await known()
  expect(await statuses(token, '/api/ops/settings')).toEqual([403, 403, 403])
  const grants = `/api/members/${member.id}/grants`
  const granted = await admin.post(grants, { role: 'admin', reason: 'helps out' })
  expect(granted.status).toBe(201)
  expect(await statusOn(app.instance, token, '/api/ops/settings')).toBe(200)
  await soon(async () => expect(await statuses(token, '/api/ops/settings')).toEqual([200, 200, 200]))
  expect((await admin.delete(`${grants}/${granted.body.id}`)).status).toBe(204)
  await soon(async () => expect(await statuses(token, '/api/ops/settings')).toEqual([403, 403, 403]))
})

it('a node that no longer hears events asks the rows', async () => {
  const deaf = await otherNode()
  const { token } = await known()
  expect(await statusOn(deaf, token)).toBe(200)
  await deaf.platform.events.stop()
  await vi.waitFor(() => expect(deaf.platform.events.isCurrent()).toBe(false), 5_000)
  expect(await statusOn(deaf, token)).toBe(200)
  await app.as(token).delete('/api/me/sessions/current')
  expect(await statusOn(deaf, token)).toBe(401)
  await deaf.stop()
})
