import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestMember } from '../../../../test/app.ts'
import { answer, done, ids, publish, type TestCommunity, testCommunity } from '../community-for-tests.ts'

let t: TestCommunity
let author: TestMember
let moderator: TestMember
beforeAll(async () => {
  t = await testCommunity()
  ;[author, moderator] = [await t.signUp(), await t.moderator()]
})
afterAll(() => t.close())

const move = (id: string, board: string, by: TestMember = moderator) => by.put(`/api/posts/${id}/board`, { board })

test('a moved post keeps its id, comments and reactions, and opens under its new kind', async () => {
  const [from, to] = [await t.board('discussion'), await t.board('question')]
  const { id } = await publish(author, from)
  done(await moderator.put(`/api/subjects/${id}/reaction`, { kind: 'like' }), 200)
  done(await author.post(`/api/subjects/${id}/comments`, { body: '댓글' }), 201)
  expect((await move(id, to, author)).status).toBe(403)
  expect(done(await move(id, to), 200).body).toMatchObject({
    id,
    kind: 'question',
    status: 'UNSOLVED',
    link: `/questions/${id}`,
    board: { slug: to },
    likes: 1,
    comments: 1,
  })
  expect(ids(await t.guest.get(`/api/boards/${from}/posts`))).toEqual([])
  expect(ids(await t.guest.get(`/api/boards/${to}/posts`))).toEqual([id])
  expect((await t.guest.get(`/api/subjects/${id}/comments`)).body.items).toHaveLength(1)
})

test('into a closed board it goes out of sight at once, with its answers', async () => {
  const [open, closed] = [await t.board('question'), await t.board('question', {}, { audience: ['role:moderator'] })]
  const { id } = await publish(author, open)
  const { id: answerId } = await answer(author, id)
  done(await author.post(`/api/subjects/${answerId}/comments`, { body: '댓글' }), 201)
  const paths = [
    `/api/posts/${id}`,
    `/api/posts/${id}/answers`,
    `/api/answers/${answerId}`,
    `/api/subjects/${answerId}`,
  ]
  paths.push(`/api/subjects/${id}/comments`, `/api/subjects/${answerId}/comments`)
  for (const path of paths) expect([path, (await t.guest.get(path)).status]).toEqual([path, 200])
  done(await move(id, closed), 200)
  for (const path of paths)
    expect([path, (await t.guest.get(path)).status, (await moderator.get(path)).status]).toEqual([path, 404, 200])
})

test('what guests were shown of a board is gone for them when it closes', async () => {
  const board = await t.board('question')
  const { id } = await publish(author, board)
  const { id: answerId } = await answer(author, id)
  const paths = [`/api/posts/${id}`, `/api/posts/${id}/answers`, `/api/boards/${board}/posts`, `/api/subjects/${id}`]
  paths.push(`/api/subjects/${id}/comments`, `/api/subjects/${answerId}/comments`)
  for (const path of paths) expect([path, (await t.guest.get(path)).status]).toEqual([path, 200])
  done(await t.keeper.patch(`/api/boards/${board}`, { audience: ['members'] }, { 'if-match': '1' }), 200)
  for (const path of paths)
    expect([path, (await t.guest.get(path)).status, (await author.get(path)).status]).toEqual([path, 404, 200])
})

test('a question with an acceptance, and kinds with their own fields, stay among their own', async () => {
  const board = await t.board('question')
  const question = await publish(author, board)
  done(
    await author.post(`/api/posts/${question.id}/acceptance`, { answerId: (await answer(author, question.id)).id }),
    201,
  )
  expect((await move(question.id, await t.board('discussion'))).body.code).toBe('community-kind-differs')
  done(await move(question.id, await t.board('question')), 200)
  const post = await publish(author, await t.board('discussion'))
  expect((await move(post.id, await t.board('recruitment'))).body.code).toBe('community-kind-differs')
})
