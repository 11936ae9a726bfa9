import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { TestMember } from '../../../../test/app.ts'
import { answer, done, eventually, ids, publish, type TestCommunity, testCommunity } from '../community-for-tests.ts'

const day = 24 * 3600_000
let t: TestCommunity
let board: string
let asker: TestMember
let helper: TestMember
let moderator: TestMember
beforeAll(async () => {
  t = await testCommunity()
  board = await t.board('question')
  asker = await t.signUp()
  helper = await t.signUp()
  moderator = await t.moderator()
})
afterAll(() => t.close())
afterEach(() => t.setTime())

const read = async (id: string) => done(await t.guest.get(`/api/posts/${id}`), 200).body
const restore = (by: Pick<TestMember, 'post'>, id: string) => by.post(`/api/answers/${id}/restoration`)

test('a deleted answer comes back as it was: in its list, its counts, search and its author’s log', async () => {
  const question = await publish(asker, board, { title: '돌아오는 답변' })
  const { id, body } = await answer(helper, question.id, '도롱뇽처럼 돌아와요')
  done(await asker.put(`/api/subjects/${id}/reaction`, { kind: 'like' }), 200)
  done(await asker.post(`/api/subjects/${id}/comments`, { body: '댓글' }), 201)
  const shows = async (path: string) => JSON.stringify(done(await t.guest.get(encodeURI(path)), 200).body).includes(id)
  const places = async () => [
    await shows('/api/search?q=도롱뇽'),
    await shows(`/api/members/${helper.id}/activity`),
    await shows(`/api/posts/${question.id}/answers`),
  ]
  await vi.waitFor(async () => expect(await places()).toEqual([true, true, true]), eventually)
  const before = (await t.guest.get(`/api/posts/${question.id}/answers`)).body
  const { version: _, ...stood } = await read(question.id)

  done(await helper.delete(`/api/answers/${id}`), 204)
  expect(await places()).toEqual([false, false, false])
  expect(await read(question.id)).toMatchObject({ answers: 0 })
  expect(done(await restore(helper, id), 200).body).toMatchObject({ id, body, likes: 1, comments: 1 })
  expect(await places()).toEqual([true, true, true])
  expect((await t.guest.get(`/api/posts/${question.id}/answers`)).body).toEqual(before)
  expect(await read(question.id)).toMatchObject(stood)
  const edit = await asker.patch(`/api/posts/${question.id}`, { body: '다르게' }, { 'if-match': '1' })
  expect(edit.body.code).toBe('community-question-answered')
})

test('its author brings it back for 30 days; a stranger does not hear of it, what a moderator took only a moderator returns', async () => {
  const question = await publish(asker, board)
  const { id } = await answer(helper, question.id)
  expect((await restore(helper, id)).body.code).toBe('community-restore-over')
  done(await helper.delete(`/api/answers/${id}`), 204)
  expect((await restore(asker, id)).status).toBe(404)
  expect((await restore(t.guest, id)).status).toBe(401)
  t.setTime(new Date(Date.now() + 31 * day))
  expect((await restore(await t.again(helper), id)).body.code).toBe('community-restore-over')
  t.setTime()
  done(await restore(helper, id), 200)
  done(await moderator.delete(`/api/answers/${id}`), 204)
  expect((await restore(helper, id)).status).toBe(403)
  done(await restore(moderator, id), 200)
})

test('in a locked question it stays away, as it could not be deleted there', async () => {
  const question = await publish(asker, board)
  const { id } = await answer(helper, question.id)
  done(await helper.delete(`/api/answers/${id}`), 204)
  done(await moderator.put(`/api/posts/${question.id}/lock`), 204)
  expect((await restore(helper, id)).body.code).toBe('community-locked')
  done(await moderator.delete(`/api/posts/${question.id}/lock`), 204)
  done(await restore(helper, id), 200)
})

test('an accepted answer comes back accepted, unless another was accepted meanwhile', async () => {
  const question = await publish(asker, board)
  const [first, second] = [await answer(helper, question.id), await answer(helper, question.id)]
  done(await asker.post(`/api/posts/${question.id}/acceptance`, { answerId: first.id }), 201)
  done(await moderator.delete(`/api/answers/${first.id}`), 204)
  expect(await read(question.id)).toMatchObject({ status: 'UNSOLVED', acceptedAnswerId: null })
  expect(done(await restore(moderator, first.id), 200).body.accepted).toBe(true)
  expect(await read(question.id)).toMatchObject({ status: 'RESOLVED', acceptedAnswerId: first.id, answers: 2 })

  done(await moderator.delete(`/api/answers/${first.id}`), 204)
  done(await asker.post(`/api/posts/${question.id}/acceptance`, { answerId: second.id }), 201)
  expect(done(await restore(moderator, first.id), 200).body.accepted).toBe(false)
  expect(await read(question.id)).toMatchObject({ status: 'RESOLVED', acceptedAnswerId: second.id, answers: 2 })
})

test('50 deletions and restorations at once leave counters that are the rows', async () => {
  const question = await publish(asker, board)
  const all = await Promise.all(Array.from({ length: 5 }, () => answer(helper, question.id)))
  await t.assistantAnswer(question.id)
  await Promise.all(
    Array.from({ length: 50 }, (_, n) => {
      const id = all[n % 5]?.id
      return n % 2 ? moderator.delete(`/api/answers/${id}`) : restore(moderator, id)
    }),
  )
  const { rows } = await t.platform.db.pool.query(
    `select p.answers, p.human_answers as human, count(a.id)::int as rows
     from community.posts p left join community.answers a on a.question_id = p.id and a.state = 'living'
     where p.id = $1 group by p.id`,
    [question.id],
  )
  expect(rows[0]).toMatchObject({ answers: rows[0].rows, human: rows[0].rows - 1 })
  expect(ids(await t.guest.get(`/api/posts/${question.id}/answers`))).toHaveLength(rows[0].rows)
})
