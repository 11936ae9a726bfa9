import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { TestMember } from '../../../../test/app.ts'
import { answer, done, publish, type TestCommunity, testCommunity, version } from '../community-for-tests.ts'

let t: TestCommunity
let author: TestMember
beforeAll(async () => {
  t = await testCommunity()
  author = await t.signUp()
})
afterAll(() => t.close())
afterEach(() => t.setTime())

const later = (minutes: number) => t.setTime(new Date(Date.now() + minutes * 60_000))

describe('an edit', () => {
  test('keeps what was said before, and any two revisions can be compared', async () => {
    const post = await publish(author, await t.board('discussion'), { title: '처음', body: '하나 #첫', tags: ['둘'] })
    const path = `/api/posts/${post.id}`
    const { body: second } = done(await author.patch(path, { body: '둘', title: '다음' }, version(1)), 200)
    expect(second).toMatchObject({ title: '다음', body: '둘', version: 2, tags: ['둘'] })
    done(await author.patch(path, { tags: [] }, version(2)), 200)
    const { body: list } = done(await t.guest.get(`${path}/revisions`), 200)
    expect(list.items).toMatchObject([
      { n: 3, title: '다음', editor: { id: author.id } },
      { n: 2, title: '다음' },
      { n: 1, title: '처음' },
    ])
    const { body: page } = done(await t.guest.get(`${path}/revisions?limit=1`), 200)
    expect(page.items).toHaveLength(1)
    const { body: rest } = done(await t.guest.get(`${path}/revisions?after=${page.next}`), 200)
    expect(rest.items.map(({ n }: { n: number }) => n)).toEqual([2, 1])
    expect((await t.guest.get(`${path}/revisions/1`)).body).toMatchObject({ body: '하나 #첫', tags: ['둘', '첫'] })
    expect((await t.guest.get(`${path}/revisions/3`)).body).toMatchObject({ body: '둘', tags: [] })
    expect((await t.guest.get(`${path}/revisions/4`)).status).toBe(404)
  })

  test('asks for the version that it changes, and a stale one changes nothing', async () => {
    const post = await publish(author, await t.board('discussion'))
    const path = `/api/posts/${post.id}`
    expect((await author.patch(path, { title: '새' })).status).toBe(428)
    done(await author.patch(path, { title: '새' }, version(1)), 200)
    expect((await author.patch(path, { title: '옛' }, version(1))).status).toBe(412)
    expect((await t.guest.get(path)).body.title).toBe('새')
  })

  test('is told after five minutes', async () => {
    const post = await publish(author, await t.board('discussion'))
    const path = `/api/posts/${post.id}`
    later(4)
    expect(done(await author.patch(path, { title: '금방' }, version(1)), 200).body.editedAt).toBeNull()
    later(6)
    expect(done(await author.patch(path, { title: '나중' }, version(2)), 200).body.editedAt).not.toBeNull()
  })

  test('of another is refused; an admin’s is kept in the audit', async () => {
    const post = await publish(author, await t.board('discussion'))
    const path = `/api/posts/${post.id}`
    expect((await (await t.signUp()).patch(path, { title: '남' }, version(1))).status).toBe(403)
    expect((await (await t.moderator()).patch(path, { title: '남' }, version(1))).status).toBe(403)
    expect((await t.guest.patch(path, { title: '남' }, version(1))).status).toBe(401)
    done(await t.keeper.patch(path, { title: '바로잡음' }, version(1)), 200)
    const { body: audit } = done(await t.keeper.get(`/api/ops/audit?target=${post.id}`), 200)
    expect(audit.items).toMatchObject([{ act: 'community.post.edit', before: { title: post.title } }])
  })

  test('ends with the board’s window', async () => {
    const post = await publish(author, await t.board('discussion', { editWindowMin: 10 }))
    later(9)
    done(await author.patch(`/api/posts/${post.id}`, { title: '늦지 않게' }, version(1)), 200)
    later(11)
    const late = await author.patch(`/api/posts/${post.id}`, { title: '늦게' }, version(2))
    expect([late.status, late.body.code]).toEqual([409, 'community-edit-window-over'])
  })
})

describe('a question', () => {
  test('is edited while only the assistant answered; after a human’s answer it takes notes; after its deletion edits again', async () => {
    const question = await publish(author, await t.board('question'))
    const path = `/api/posts/${question.id}`
    await t.assistantAnswer(question.id)
    done(await author.patch(path, { body: '더 자세히' }, version(1)), 200)
    const helper = await t.signUp()
    const { id } = await answer(helper, question.id)
    const edit = await author.patch(path, { body: '바꾸기' }, version(2))
    expect([edit.status, edit.body.code]).toEqual([409, 'community-question-answered'])
    expect((await author.delete(path)).body.code).toBe('community-question-answered')
    expect((await author.get(path)).body.can).toMatchObject({ edit: false, delete: false, addNote: true })
    const { body: noted } = done(await author.post(`${path}/notes`, { body: '해 봤는데 안 돼요' }), 201)
    expect(noted.notes).toMatchObject([{ body: '해 봤는데 안 돼요' }])
    expect((await helper.post(`${path}/notes`, { body: '남의 말' })).status).toBe(403)
    const moderator = await t.moderator()
    expect((await moderator.get(path)).body.can).toMatchObject({ edit: true, delete: true })
    done(await moderator.patch(path, { body: '바로잡음' }, version(2)), 200)
    const { body: audit } = done(await t.keeper.get(`/api/ops/audit?target=${question.id}`), 200)
    expect(audit.items).toMatchObject([{ act: 'community.post.edit-answered', before: { body: '더 자세히' } }])
    done(await helper.delete(`/api/answers/${id}`), 204)
    expect((await moderator.patch(path, { body: '참견' }, version(3))).status).toBe(403)
    done(await author.patch(path, { body: '다시' }, version(3)), 200)
    done(await author.delete(path), 204)
  })
})

describe('an answer', () => {
  test('is edited by its author with its version, and keeps its revisions', async () => {
    const question = await publish(author, await t.board('question'))
    const helper = await t.signUp()
    const { id } = await answer(helper, question.id, '처음')
    const path = `/api/answers/${id}`
    expect((await author.patch(path, { body: '남' }, version(1))).status).toBe(403)
    expect(done(await helper.patch(path, { body: '나중' }, version(1)), 200).body).toMatchObject({
      body: '나중',
      version: 2,
    })
    expect((await helper.patch(path, { body: '또' }, version(1))).status).toBe(412)
    expect((await t.guest.get(`${path}/revisions/1`)).body.body).toBe('처음')
    expect((await t.guest.get(`${path}/revisions`)).body.items).toHaveLength(2)
  })

  test('of a locked question is neither written nor changed', async () => {
    const question = await publish(author, await t.board('question'))
    const { id } = await answer(author, question.id)
    done(await (await t.moderator()).put(`/api/posts/${question.id}/lock`), 204)
    expect((await author.post(`/api/posts/${question.id}/answers`, { body: '더' })).body.code).toBe('community-locked')
    expect((await author.patch(`/api/answers/${id}`, { body: '더' }, version(1))).body.code).toBe('community-locked')
    expect((await author.delete(`/api/answers/${id}`)).body.code).toBe('community-locked')
    expect((await author.get(`/api/answers/${id}`)).body.can).toMatchObject({ edit: false, delete: false })
  })

  test('is for questions only', async () => {
    const post = await publish(author, await t.board('discussion'))
    expect((await author.post(`/api/posts/${post.id}/answers`, { body: '답' })).body.code).toBe(
      'community-not-a-question',
    )
  })
})
