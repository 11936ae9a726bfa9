import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'

interface Act {
  verb: string
  subject: { id: string; kind: string }
}

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t.close())

test('questions, answers and comments on them stand in the logs, an acceptance with both, until it is withdrawn', async () => {
  const admin = await t.admin()
  const [asker, answerer] = [await t.signUp(), await t.signUp()]
  const boards = (await t.guest.get('/api/boards')).body.items
  const board = boards.find(({ kind }: { kind: string }) => kind === 'question')
  const logOf = async ({ id }: { id: string }) =>
    (await t.guest.get(`/api/members/${id}/activity`)).body.items.map(({ verb, subject }: Act) => [verb, subject.id])

  const question = (
    await asker.post(`/api/boards/${board.slug}/posts`, {
      title: '왜 두 번 오나요?',
      body: '배포할 때마다 와요',
      categoryId: board.categories[0].id,
    })
  ).body.id
  const answer = (await answerer.post(`/api/posts/${question}/answers`, { body: '받은 id를 적어 두세요' })).body.id
  expect((await asker.post(`/api/posts/${question}/acceptance`, { answerId: answer })).status).toBe(201)
  const thanks = await asker.post(`/api/subjects/${answer}/comments`, { body: '고마워요' })
  const comment = thanks.body.id

  await expect
    .poll(() => logOf(asker))
    .toEqual([
      ['published', comment],
      ['accepted', answer],
      ['published', question],
    ])
  expect(await logOf(answerer)).toEqual([
    ['was-accepted', answer],
    ['published', answer],
  ])
  const questions = (await t.guest.get(`/api/members/${asker.id}/activity?kind=question`)).body.items
  expect(questions.map(({ subject }: Act) => subject.id)).toEqual([question])
  expect((await t.guest.get(`/api/subjects/${comment}`)).body.link).toBe(`/questions/${question}#${comment}`)

  await asker.put(`/api/boards/${board.id}/follow`)
  expect((await asker.get('/api/feed')).body.items.map(({ id }: { id: string }) => id)).toEqual([question])
  const home = (await t.guest.get('/api/home')).body.sections
  expect(home.map(({ kind }: { kind: string }) => kind)).toEqual(['answer', 'question'])

  expect((await admin.delete(`/api/posts/${question}/acceptance`)).status).toBe(204)
  await expect.poll(() => logOf(answerer)).toEqual([['published', answer]])
  expect(await logOf(asker)).toEqual([
    ['published', comment],
    ['published', question],
  ])
})
