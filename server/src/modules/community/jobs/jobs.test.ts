import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { TestMember } from '../../../../test/app.ts'
import { answer, done, ids, publish, type TestCommunity, testCommunity, version } from '../community-for-tests.ts'

const day = 24 * 3600_000
let t: TestCommunity
let member: TestMember
beforeAll(async () => {
  t = await testCommunity()
  member = await t.signUp()
})
afterAll(() => t.close())
afterEach(() => t.setTime())

const read = async (id: string) => done(await t.guest.get(`/api/posts/${id}`), 200).body

describe('a question that only the assistant answered', () => {
  test('ends after two weeks, not a second before; none, a human’s or two answers keep it open', async () => {
    const board = await t.board('question')
    const start = new Date()
    t.setTime(start)
    const [quiet, none, human, two] = await Promise.all([1, 2, 3, 4].map(() => publish(member, board)))
    for (const { id } of [quiet, human, two, two]) await t.assistantAnswer(id)
    await answer(member, human.id)
    t.setTime(new Date(start.getTime() + 14 * day - 1000))
    await t.runJob('community.close-stale-questions')
    expect((await read(quiet.id)).status).toBe('UNSOLVED')
    t.setTime(new Date(start.getTime() + 14 * day + 1000))
    await t.runJob('community.close-stale-questions')
    expect((await read(quiet.id)).status).toBe('ENDED')
    for (const { id } of [none, human, two]) expect((await read(id)).status).toBe('UNSOLVED')
    const list = `/api/boards/${board}/posts`
    expect(ids(await t.guest.get(list))).not.toContain(quiet.id)
    for (const status of ['ENDED', 'ended'])
      expect(ids(await t.guest.get(`${list}?status=${status}`))).toEqual([quiet.id])

    await answer(await t.again(member), quiet.id)
    expect((await read(quiet.id)).status).toBe('UNSOLVED')
    expect(ids(await t.guest.get(list))).toContain(quiet.id)
  })

  test('is opened again by its asker, and its two weeks start anew', async () => {
    const board = await t.board('question')
    const { id } = await publish(member, board)
    await t.assistantAnswer(id)
    t.setTime(new Date(Date.now() + 15 * day))
    await t.runJob('community.close-stale-questions')
    expect((await read(id)).status).toBe('ENDED')
    const asker = await t.again(member)
    expect(done(await asker.put(`/api/posts/${id}/status`, { status: 'UNSOLVED' }), 200).body.status).toBe('UNSOLVED')
    await t.runJob('community.close-stale-questions')
    expect((await read(id)).status).toBe('UNSOLVED')
  })
})

describe('the clock', () => {
  test('closes a recruitment at its deadline', async () => {
    const board = await t.board('recruitment')
    const deadline = (ms: number) => ({ recruitment: { deadline: new Date(Date.now() + ms).toISOString() } })
    const [soon, late] = [await publish(member, board, deadline(3600_000)), await publish(member, board, deadline(day))]
    t.setTime(new Date(Date.now() + 2 * 3600_000))
    await t.runJob('community.keep-time')
    expect((await read(soon.id)).status).toBe('CLOSED')
    expect((await read(late.id)).status).toBe('OPEN')
    const writer = await t.again(member)
    const past = await writer.post(`/api/boards/${board}/posts`, { title: '제목', body: '본문', ...deadline(-1) })
    expect(past.body.errors).toEqual([{ at: '/recruitment/deadline', code: 'too-small' }])
    const open = { recruitment: { deadline: null } }
    expect(done(await writer.patch(`/api/posts/${late.id}`, open, version(1)), 200).body.recruitment).toEqual({})
  })

  test('shows a notice from its beginning, and lists it until its end', async () => {
    const board = await t.board('notice', { writers: ['members'] })
    const at = (ms: number) => new Date(Date.now() + ms).toISOString()
    const notice = { showFrom: at(3600_000), showUntil: at(3 * 3600_000), mustAcknowledge: true }
    const { id } = await publish(member, board, { notice })
    const list = `/api/boards/${board}/posts`
    expect((await t.guest.get(`/api/posts/${id}`)).status).toBe(404)
    t.setTime(new Date(Date.now() + 2 * 3600_000))
    await t.runJob('community.keep-time')
    expect(ids(await t.guest.get(list))).toEqual([id])
    const reader = await t.again(await t.signUp())
    expect((await reader.get(`/api/posts/${id}`)).body.acknowledged).toBe(false)
    done(await reader.put(`/api/posts/${id}/acknowledgement`), 204)
    done(await reader.put(`/api/posts/${id}/acknowledgement`), 204)
    expect((await reader.get(`/api/posts/${id}`)).body.acknowledged).toBe(true)
    t.setTime(new Date(Date.now() + 4 * 3600_000))
    await t.runJob('community.keep-time')
    expect(ids(await t.guest.get(list))).toEqual([])
    expect((await t.guest.get(`/api/posts/${id}`)).status).toBe(200)
  })
})
