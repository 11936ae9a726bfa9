import { Type } from 'typebox'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type TestApp, type TestMember, testApp } from '../../../test/app.ts'
import { defineModule } from '../../module.ts'
import type { SubjectKind, SubjectRecord } from '../../platform/subjects/subject-kind.ts'
import { openSse, type SseClient } from './live-for-tests.ts'

const records = new Map<string, SubjectRecord>()
const kind = (name: string, prefix: string, container: boolean): SubjectKind => ({
  ...{ kind: name, prefix, container, name: { ko: name, en: name }, link: ({ id }) => `/${id}` },
  read: async (_, ids) => ids.flatMap((id) => records.get(id) ?? []),
  ids: async () => [],
  ...{ comments: false, reactions: [], bookmarks: false, searchable: false },
})
const probes = defineModule()({
  name: 'probes',
  setup: () => ({ api: {}, kinds: [kind('probe', 'prb', false), kind('shelf', 'shf', true)] }),
})
const touched = { type: 'probes.probe-touched.v1', data: Type.Object({}) }
const filed = { type: 'moderation.case-filed.v1', data: Type.Object({}) }

let t: TestApp
let base: string
let member: TestMember
const streams: SseClient[] = []
const heard = new Map<string, number>()
beforeAll(async () => {
  t = await testApp({ also: [probes] })
  base = await t.listen()
  // behind the hub's own listener: what is counted here, it has heard
  t.platform.events.tail(({ key, type }) => {
    if (type === touched.type) heard.set(key, (heard.get(key) ?? 0) + 1)
  })
  member = await t.signUp()
})
afterEach(() => {
  for (const stream of streams.splice(0)) stream.close()
})
afterAll(() => t.close())

/** Writes a probe as it is to be now, and says so. */
async function put(given: { id?: string; audience?: string[]; state?: SubjectRecord['state']; containerId?: string }) {
  const { platform } = t
  const id =
    given.id ?? platform.ids.next(given.containerId === undefined && given.audience?.[0] === 'shelf' ? 'shf' : 'prb')
  const before = records.get(id)
  const at = platform.clock.now()
  records.set(id, {
    ...{ id, authorId: null, audience: ['public'], state: 'living', title: 'a', text: 'b', createdAt: at },
    ...before,
    ...{ version: (before?.version ?? 0) + 1, updatedAt: at },
    ...given,
  })
  await platform.db.transact(async (tx) => {
    await platform.subjects.write(tx, [id])
    tx.publish(touched, id, {})
  })
  await until(() => heard.get(id) === records.get(id)?.version)
  return id
}

async function open(
  ids: string[],
  options: { token?: string; after?: string; query?: string } = {},
): Promise<SseClient> {
  const stream = await openSse(`${base}/api/live?subjects=${ids.join(',')}${options.query ?? ''}`, {
    ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
    ...(options.after === undefined ? {} : { 'last-event-id': options.after }),
  })
  streams.push(stream)
  return stream
}
const until = (condition: () => boolean) => vi.waitFor(() => expect(condition()).toBe(true), 5_000)
const hints = (stream: SseClient) => stream.messages.filter(({ event }) => event === 'message')

test('a guest hears of a public subject what it is now, with the position to go on from', async () => {
  const id = await put({})
  const stream = await open([id])
  await until(() => stream.messages.length === 1)
  expect(stream.messages[0]).toMatchObject({
    event: 'ready',
    data: { subjects: [{ id, version: 1 }], reset: false, missed: 0 },
  })
  await put({ id })
  await until(() => hints(stream).length === 1)
  const counts = { likes: 0, dislikes: 0, comments: 0, views: 0 }
  expect(hints(stream)[0]?.data).toEqual({ type: touched.type, id, version: 2, counts })
  expect(Number(hints(stream)[0]?.id)).toBeGreaterThan(Number(stream.messages[0]?.id))
})

test('a guest hears nothing of a subject for members, and a member does', async () => {
  const id = await put({ audience: ['members'] })
  const [guest, own] = [await open([id]), await open([id], { token: member.token })]
  await until(() => guest.messages.length === 1 && own.messages.length === 1)
  expect(guest.messages[0]?.data.subjects).toEqual([])
  await put({ id })
  await until(() => hints(own).length === 1)
  expect(hints(guest)).toEqual([])
})

test('who loses the right hears once that it is gone, and nothing after', async () => {
  const id = await put({})
  const [guest, own] = [await open([id]), await open([id], { token: member.token })]
  await put({ id, audience: ['members'] })
  await until(() => hints(guest).length === 1 && hints(own).length === 1)
  expect(hints(guest)[0]?.data).toEqual({ type: touched.type, id, version: null })
  await put({ id, audience: ['public'] })
  await until(() => hints(own).length === 2)
  expect(hints(guest)).toHaveLength(1)
})

test('closing a board closes what stands in it, without a word about each', async () => {
  const board = t.platform.ids.next('shf')
  await put({ id: board })
  const id = await put({ containerId: board, audience: [`as:${board}`] })
  const guest = await open([id])
  await until(() => guest.messages.length === 1)
  await put({ id: board, audience: ['members'] })
  await put({ id })
  await until(() => hints(guest).length === 1)
  expect(hints(guest)[0]?.data).toMatchObject({ id, version: null })
})

test('what is the staff’s business alone is not hinted at', async () => {
  const id = await put({})
  const stream = await open([id])
  await t.platform.db.transact(async (tx) => tx.publish(filed, id, {}))
  await put({ id })
  await until(() => hints(stream).length === 1)
  expect(hints(stream)[0]?.data.type).toBe(touched.type)
})

test('a returning listener hears what it missed, once a subject', async () => {
  const id = await put({})
  const first = await open([id])
  await until(() => first.messages.length === 1)
  first.close()
  for (let n = 0; n < 5; n++) await put({ id })
  const again = await open([id], { after: first.messages[0]?.id ?? '' })
  await until(() => hints(again).length === 1)
  expect(hints(again)[0]?.data).toMatchObject({ id, version: 6 })
  const none = await open([id], { after: hints(again)[0]?.id ?? '' })
  await until(() => none.messages.length === 1)
  expect(hints(none)).toEqual([])
})

test('a cursor that is not in memory, or of another log, is told to start anew', async () => {
  const id = await put({})
  const stream = await open([id], { after: '999999999' })
  await until(() => stream.messages.length === 1)
  expect(stream.messages[0]).toMatchObject({ event: 'ready', data: { reset: true } })
})

test('many changes within a second are few hints', async () => {
  const id = await put({})
  const stream = await open([id])
  await until(() => stream.messages.length === 1)
  for (let n = 0; n < 30; n++) await put({ id })
  await until(() => hints(stream).at(-1)?.data.version === 31)
  expect(hints(stream).length).toBeLessThanOrEqual(4)
})

test('a stream ends when its session does', async () => {
  const leaver = await t.signUp()
  const id = await put({ audience: ['members'] })
  const stream = await open([id], { token: leaver.token })
  await until(() => stream.messages.length === 1)
  expect((await leaver.delete('/api/me/sessions/current')).status).toBe(204)
  await put({ id })
  await stream.ended
  expect(stream.messages.at(-1)).toMatchObject({ event: 'problem', data: { code: 'identity-session-revoked' } })
})

test('a session that is ended elsewhere ends its stream within a second, though nothing else happens', async () => {
  const leaver = await t.signUp()
  const id = await put({ audience: ['members'] })
  const stream = await open([id], { token: leaver.token })
  const other = await open([id], { token: member.token })
  await until(() => stream.messages.length > 0 && other.messages.length > 0)
  const at = performance.now()
  expect((await leaver.delete('/api/me/sessions/current')).status).toBe(204)
  await stream.ended
  expect(performance.now() - at).toBeLessThan(1000)
  expect(stream.messages.at(-1)).toMatchObject({ event: 'problem', data: { code: 'identity-session-revoked' } })
  await put({ id, audience: ['members'] })
  await until(() => other.messages.length > 1)
})

test('more than 50 subjects are refused, and none at all', async () => {
  const many = await open(Array.from({ length: 51 }, (_, n) => `prb_${n}`))
  expect(many).toMatchObject({ status: 400, body: { code: 'invalid' } })
  expect(await open([])).toMatchObject({ status: 400 })
})

test('a member’s twenty-first stream is refused', async () => {
  const other = await t.signUp()
  const id = await put({})
  const opened = await Promise.all(Array.from({ length: 21 }, () => open([id], { token: other.token })))
  expect(opened.map(({ status }) => status).sort()).toEqual([...Array<number>(20).fill(200), 429])
})

test('an administrator follows the run of a job, and nobody else does', async () => {
  const admin = await t.admin()
  const query = `&after=${await t.platform.events.head()}`
  const { id } = await t.platform.jobs.run('ops.prune-history', {}, admin.id)
  const other = await open([id], { token: member.token, query })
  const own = await open([id], { token: admin.token, query })
  await until(() => own.messages.length > 0 && other.messages.length > 0)
  expect(other.messages[0]?.data.subjects).toEqual([])
  expect(own.messages[0]?.data.subjects).toEqual([{ id, version: 0 }])
  await vi.waitFor(async () => expect((await t.platform.jobs.inspect(id)).state).toBe('COMPLETED'), 10_000)
  await until(() => hints(own).length > 0)
  expect(hints(own)[0]?.data).toEqual({ type: 'ops.job-run-changed.v1', id, version: 0 })
  expect(hints(other)).toEqual([])
})

test('at the end of the process every stream is told to come again', async () => {
  const other = await testApp({ also: [probes] })
  const stream = await openSse(`${await other.listen()}/api/live?subjects=prb_1`)
  await until(() => stream.messages.length === 1)
  await other.close()
  await stream.ended
  expect(stream.messages.at(-1)?.event).toBe('reconnect')
})
