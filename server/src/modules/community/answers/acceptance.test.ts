import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { TestMember } from '../../../../test/app.ts'
import { answer, done, eventually, ids, publish, type TestCommunity, testCommunity } from '../community-for-tests.ts'

let t: TestCommunity
let board: string
let asker: TestMember
let helper: TestMember
beforeAll(async () => {
  t = await testCommunity()
  board = await t.board('question')
  ;[asker, helper] = [await t.signUp(), await t.signUp()]
})
afterAll(() => t.close())

const accept = (by: TestMember, questionId: string, answerId: string) =>
  by.post(`/api/posts/${questionId}/acceptance`, { answerId })
const read = async (id: string) => done(await t.guest.get(`/api/posts/${id}`), 200).body

test('of 50 parallel acceptances one stands', async () => {
  const question = await publish(asker, board)
  const answers = await Promise.all(Array.from({ length: 10 }, () => answer(helper, question.id)))
  const replies = await Promise.all(
    Array.from({ length: 50 }, (_, i) => accept(asker, question.id, answers[i % 10]?.id)),
  )
  const statuses = replies.map(({ status }) => status)
  expect(statuses.filter((status) => status === 201)).toHaveLength(1)
  expect(statuses.filter((status) => status === 409)).toHaveLength(49)
  expect(replies.find(({ status }) => status === 409)?.body.code).toBe('community-already-accepted')
  const winner = replies.find(({ status }) => status === 201)?.body
  expect(await read(question.id)).toMatchObject({ status: 'RESOLVED', acceptedAnswerId: winner.acceptedAnswerId })
  const told = { after: 0, limit: 1000, keys: [question.id], types: ['community.answer-accepted.v1'] }
  await vi.waitFor(async () => expect(await t.platform.events.read(told)).toHaveLength(1), eventually)
})

test('only the asker accepts, and only an answer of the question', async () => {
  const [question, other] = [await publish(asker, board), await publish(asker, board)]
  const { id } = await answer(helper, question.id)
  expect((await accept(helper, question.id, id)).body).toMatchObject({ status: 403, code: 'community-not-asker' })
  expect((await t.guest.post(`/api/posts/${question.id}/acceptance`, { answerId: id })).status).toBe(401)
  expect((await accept(asker, other.id, id)).status).toBe(404)
  expect((await read(question.id)).status).toBe('UNSOLVED')
  done(await accept(asker, question.id, id), 201)
  const { items } = (await t.guest.get(`/api/posts/${question.id}/answers`)).body
  expect(items).toMatchObject([{ id, accepted: true }])
})

test('how often a question and its answers are kept is for their authors', async () => {
  const question = await publish(asker, board)
  const { id } = await answer(helper, question.id)
  for (const one of [question.id, id]) done(await helper.put(`/api/subjects/${one}/bookmark`), 200)
  const kept = async (by: Pick<TestMember, 'get'>) => [
    (await by.get(`/api/posts/${question.id}`)).body.bookmarks,
    (await by.get(`/api/posts?author=${asker.id}`)).body.items[0].bookmarks,
    (await by.get(`/api/answers/${id}`)).body.bookmarks,
  ]
  expect(await kept(asker)).toEqual([1, 1, null])
  expect(await kept(helper)).toEqual([null, null, 1])
  expect(await kept(t.guest)).toEqual([null, null, null])
})

test('an own answer may be accepted', async () => {
  const question = await publish(asker, board)
  const { id } = await answer(asker, question.id)
  done(await accept(asker, question.id, id), 201)
})

test('an accepted answer is neither edited nor deleted by its author; a moderator removes it and the question opens', async () => {
  const question = await publish(asker, board)
  const { id } = await answer(helper, question.id)
  done(await accept(asker, question.id, id), 201)
  const edit = await helper.patch(`/api/answers/${id}`, { body: '다르게' }, { 'if-match': '1' })
  expect([edit.status, edit.body.code]).toEqual([409, 'community-answer-accepted'])
  expect((await helper.delete(`/api/answers/${id}`)).body.code).toBe('community-answer-accepted')
  const moderator = await t.moderator()
  done(await moderator.patch(`/api/answers/${id}`, { body: '바로잡음' }, { 'if-match': '1' }), 200)
  done(await moderator.delete(`/api/answers/${id}`), 204)
  expect(await read(question.id)).toMatchObject({ status: 'UNSOLVED', acceptedAnswerId: null, answers: 0 })
  expect(ids(await t.guest.get(`/api/posts/${question.id}/answers`))).toEqual([])
})

test('a moderator withdraws an acceptance, the asker may not, and it can be given anew', async () => {
  const question = await publish(asker, board)
  const { id } = await answer(helper, question.id)
  const moderator = await t.moderator()
  expect((await moderator.delete(`/api/posts/${question.id}/acceptance`)).status).toBe(404)
  done(await accept(asker, question.id, id), 201)
  expect((await asker.delete(`/api/posts/${question.id}/acceptance`)).status).toBe(403)
  done(await moderator.delete(`/api/posts/${question.id}/acceptance`), 204)
  expect(await read(question.id)).toMatchObject({ status: 'UNSOLVED', acceptedAnswerId: null })
  done(await accept(asker, question.id, id), 201)
})

test('where the author’s word resolves, nothing is accepted; where both do, each works', async () => {
  const [byWord, byBoth] = [
    await t.board('question', { resolve: 'author' }),
    await t.board('question', { resolve: 'both' }),
  ]
  const first = await publish(asker, byWord)
  const { id } = await answer(helper, first.id)
  expect((await accept(asker, first.id, id)).body.code).toBe('community-status-step')
  expect((await asker.put(`/api/posts/${first.id}/status`, { status: 'RESOLVED' })).body.status).toBe('RESOLVED')
  expect((await asker.put(`/api/posts/${first.id}/status`, { status: 'UNSOLVED' })).body.status).toBe('UNSOLVED')
  const second = await publish(asker, byBoth)
  const other = await answer(helper, second.id)
  done(await asker.put(`/api/posts/${second.id}/status`, { status: 'RESOLVED' }), 200)
  done(await accept(asker, second.id, other.id), 201)
  expect((await asker.put(`/api/posts/${second.id}/status`, { status: 'UNSOLVED' })).body.code).toBe(
    'community-status-step',
  )
  const third = await publish(asker, board)
  for (const status of ['RESOLVED', 'ENDED'])
    expect((await asker.put(`/api/posts/${third.id}/status`, { status })).body.code).toBe('community-status-step')
  expect((await helper.put(`/api/posts/${third.id}/status`, { status: 'RESOLVED' })).status).toBe(403)
})

test('a resolved question becomes an archive entry, linked both ways', async () => {
  const question = await publish(asker, board, { title: '왜 안 될까요' })
  const { id } = await answer(helper, question.id, '포트를 여세요')
  expect((await asker.get(`/api/posts/${question.id}/archive-draft`)).body.code).toBe('community-not-a-question')
  done(await accept(asker, question.id, id), 201)
  const archive = await t.board('archive')
  const { body: draft } = done(await asker.get(`/api/posts/${question.id}/archive-draft`), 200)
  expect(draft).toMatchObject({ title: '왜 안 될까요', archive: { fix: '포트를 여세요' } })
  expect(draft.boards).toContain(archive)
  const { boards: _, ...fields } = draft
  const entry = await publish(asker, archive, fields)
  expect(entry.archiveOf).toEqual({ id: question.id, title: '왜 안 될까요', link: `/questions/${question.id}` })
  expect((await read(question.id)).archivedAs).toMatchObject({ id: entry.id })
})
