import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestMember } from '../../../../test/app.ts'
import { done, ids, publish, type TestCommunity, testCommunity } from '../community-for-tests.ts'

let t: TestCommunity
let member: TestMember
beforeAll(async () => {
  t = await testCommunity()
  member = await t.signUp()
})
afterAll(() => t.close())

const write = (board: string, fields: object, by: TestMember = member) =>
  by.post(`/api/boards/${board}/posts`, { title: '제목', body: '본문', ...fields })

describe('a post', () => {
  test.each([
    ['discussion', null, '/posts/'],
    ['question', 'UNSOLVED', '/questions/'],
    ['archive', null, '/posts/'],
    ['recruitment', 'OPEN', '/posts/'],
  ] as const)('on a board of %ss begins as %s and opens at %s', async (kind, status, link) => {
    const post = await publish(member, await t.board(kind))
    expect(post).toMatchObject({ kind, status, link: link + post.id, author: { id: member.id } })
    expect(done(await t.guest.get(`/api/posts/${post.id}`), 200).body).toMatchObject({ kind, status, body: post.body })
  })

  test('of a guest is not stored, and the guest is told to sign in', async () => {
    const board = await t.board('discussion')
    expect((await t.guest.post(`/api/boards/${board}/posts`, { title: '제목', body: '본문' })).status).toBe(401)
    expect((await t.guest.get(`/api/boards/${board}/posts`)).body.items).toEqual([])
  })

  test('carries the fields of its own kind, and is refused those of another', async () => {
    const archive = await t.board('archive')
    const fields = { archive: { error: 'ECONNREFUSED', cause: '포트', fix: '열었다' } }
    expect((await publish(member, archive, fields)).archive).toEqual(fields.archive)
    const refused = await write(await t.board('discussion'), fields)
    expect([refused.status, refused.body.code]).toEqual([422, 'community-details-unfit'])
  })

  test('title and body are bounded in characters as people see them', async () => {
    const board = await t.board('discussion')
    expect((await write(board, { title: '가'.repeat(100).normalize('NFD') })).status).toBe(201)
    expect((await write(board, { title: '가'.repeat(101) })).body.errors).toEqual([{ at: '/title', code: 'too-long' }])
    expect((await write(board, { body: ' \n ' })).body.errors).toEqual([{ at: '/body', code: 'required' }])
    expect((await write(board, { pinned: true })).body.errors).toEqual([{ at: '/pinned', code: 'unknown-field' }])
  })
})

describe('a category', () => {
  test('is asked for where the board asks, and must be of the board', async () => {
    const board = await t.board('question')
    const other = await t.board('question')
    const { body: mine } = done(await t.keeper.post('/api/categories', { board, name: '언어' }), 201)
    const { body: foreign } = done(await t.keeper.post('/api/categories', { board: other, name: '언어' }), 201)
    expect((await write(board, {})).body).toMatchObject({ code: 'community-category-needed', status: 422 })
    expect((await write(board, { categoryId: foreign.id })).body).toMatchObject({ code: 'community-category-unknown' })
    expect((await publish(member, board, { categoryId: mine.id })).categories).toMatchObject([{ id: mine.id }])
  })
})

describe('tags', () => {
  test('are those given and the hashtags of the text, at most five, in one form', async () => {
    const post = await publish(member, await t.board('discussion'), {
      tags: ['Node.js', '#러닝', 'node.js'],
      body: '#한강 #러닝 `#코드` #하나 #둘 #셋',
    })
    expect(post.tags).toEqual(['node.js', '러닝', '한강', '하나', '둘'])
  })

  test('of other characters are refused by place', async () => {
    const refused = await write(await t.board('discussion'), { tags: ['good', '두 낱말'] })
    expect(refused.body).toMatchObject({ code: 'community-tag-invalid', errors: [{ at: '/tags/1' }] })
  })
})

describe('who may write', () => {
  test('is the board’s setting: members read a notice board, moderators write on it', async () => {
    const board = await t.board('notice')
    expect((await write(board, {})).body).toMatchObject({ code: 'community-board-closed', status: 403 })
    expect((await write(board, {}, await t.moderator())).status).toBe(201)
  })

  test('a board that one may not see is not there', async () => {
    const board = await t.board('discussion', {}, { audience: ['role:moderator'] })
    expect((await write(board, {})).status).toBe(404)
    expect((await member.get(`/api/boards/${board}`)).status).toBe(404)
    expect((await write(board, {}, await t.moderator())).status).toBe(201)
  })
})

describe('approval', () => {
  test('holds a post back for all but its author and moderators, until a moderator approves', async () => {
    const board = await t.board('discussion', { approval: 'all' })
    const moderator = await t.moderator()
    const post = await publish(member, board)
    expect(post.state).toBe('pending')
    const path = `/api/posts/${post.id}`
    expect((await t.guest.get(path)).status).toBe(404)
    expect((await (await t.signUp()).get(path)).status).toBe(404)
    expect((await member.get(path)).status).toBe(200)
    expect((await member.put(`${path}/approval`)).status).toBe(403)
    expect((await t.guest.get(`/api/boards/${board}/posts`)).body.items).toEqual([])
    expect((await moderator.get(path)).body.can.approve).toBe(true)
    expect((await member.get('/api/pending-posts')).status).toBe(403)
    expect(ids(await moderator.get('/api/pending-posts'))).toContain(post.id)
    done(await moderator.put(`${path}/approval`), 204)
    expect((await t.guest.get(path)).status).toBe(200)
    expect(ids(await moderator.get('/api/pending-posts'))).not.toContain(post.id)
    expect((await t.guest.get(`/api/boards/${board}/posts`)).body.items).toMatchObject([{ id: post.id }])
  })

  test('of new members ends a day after they joined', async () => {
    const board = await t.board('discussion', { approval: 'new-members' })
    const newcomer = await t.signUp()
    expect((await publish(newcomer, board)).state).toBe('pending')
    t.setTime(new Date(Date.now() + 25 * 3600_000))
    try {
      expect((await publish(await t.again(newcomer), board)).state).toBe('living')
    } finally {
      t.setTime()
    }
  })
})

test('signs that turn the reading direction are left out of a title, and stay in a text', async () => {
  const { title, body } = done(
    await write(await t.board('discussion'), { title: '사진\u202egpj.exe\u2066', body: '글\u202e' }),
    201,
  ).body
  expect([title, body]).toEqual(['사진gpj.exe', '글\u202e'])
})

test('an attachment must be the writer’s own file', async () => {
  const board = await t.board('discussion')
  const unknown = `fil_${'0'.repeat(26)}`
  const refused = await write(board, { attachments: [unknown] })
  expect(refused.body).toMatchObject({ code: 'community-file-unknown', errors: [{ at: '/attachments/0' }] })
})
