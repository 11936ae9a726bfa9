import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { done, publish, type TestCommunity, testCommunity, version } from '../community-for-tests.ts'
import { applyPreset } from './apply-preset.ts'

let t: TestCommunity
beforeAll(async () => {
  t = await testCommunity()
})
afterAll(() => t.close())

const slugs = async (by: Pick<TestCommunity['keeper'], 'get'>) =>
  done(await by.get('/api/boards'), 200).body.items.map(({ slug }: { slug: string }) => slug)

describe('a fresh instance', () => {
  test('has the boards of its preset in both languages, with two levels of categories', async () => {
    const { items } = done(await t.guest.get('/api/boards'), 200).body
    const qna = items.find(({ slug }: { slug: string }) => slug === 'qna')
    expect(await slugs(t.guest)).toEqual(['notice', 'qna', 'archive', 'free', 'together'])
    expect(qna).toMatchObject({ kind: 'question', nameEn: 'Q&A' })
    for (const { slug, categories } of items)
      if (['qna', 'archive', 'free'].includes(slug)) {
        expect(categories.length).toBeGreaterThanOrEqual(4)
        for (const { children } of categories) expect(children.length).toBeGreaterThanOrEqual(4)
      }
  })

  test('gets them once, however often and by however many processes it is started', async () => {
    const { community } = t
    const before = await slugs(t.guest)
    await Promise.all(Array.from({ length: 5 }, () => applyPreset(community)))
    expect(await slugs(t.guest)).toEqual(before)
  })
})

describe('a board', () => {
  test('is made and changed by admins only, and its address is its own', async () => {
    const member = await t.signUp()
    const input = { slug: 'new-board', name: '새 게시판', kind: 'discussion' }
    expect((await t.guest.post('/api/boards', input)).status).toBe(401)
    expect((await member.post('/api/boards', input)).status).toBe(403)
    expect((await (await t.moderator()).post('/api/boards', input)).status).toBe(403)
    const { body: board } = done(await t.keeper.post('/api/boards', input), 201)
    expect(board).toMatchObject({ name: '새 게시판', settings: { commentDepth: 5, pageSize: 20, resolve: 'adoption' } })
    expect((await t.keeper.post('/api/boards', input)).body.code).toBe('community-slug-taken')
    expect((await member.patch('/api/boards/new-board', { name: '남의' }, version(1))).status).toBe(403)
    expect((await t.keeper.patch('/api/boards/new-board', { slug: 'qna' }, version(1))).status).toBe(409)
    const change = { name: '고친 이름', settings: { slowModeS: 60 } }
    expect(done(await t.keeper.patch('/api/boards/new-board', change, version(1)), 200).body).toMatchObject({
      name: '고친 이름',
      version: 2,
      settings: { slowModeS: 60, commentDepth: 5 },
    })
    expect((await t.keeper.patch('/api/boards/new-board', change, version(1))).status).toBe(412)
    expect((await t.guest.get('/api/boards/new-board')).body.name).toBe('고친 이름')
  })

  test('keeps every setting within its bounds', async () => {
    const slug = await t.board('discussion')
    for (const settings of [
      { slowModeS: 86_401 },
      { commentDepth: 11 },
      { commentDepth: 0 },
      { reactions: ['love'] },
      { x: 1 },
    ])
      expect((await t.keeper.patch(`/api/boards/${slug}`, { settings }, version(1))).status).toBe(400)
  })

  test('of members is not there for guests: no list, no post, no count', async () => {
    const member = await t.signUp()
    const slug = await t.board('discussion', {}, { audience: ['members'] })
    const post = await publish(member, slug)
    expect(await slugs(t.guest)).not.toContain(slug)
    expect(await slugs(member)).toContain(slug)
    for (const path of [`/api/boards/${slug}`, `/api/boards/${slug}/posts`, `/api/posts/${post.id}`])
      expect([path, (await t.guest.get(path)).status, (await member.get(path)).status]).toEqual([path, 404, 200])
  })

  test('decides how its posts are responded to', async () => {
    const [member, reader] = [await t.signUp(), await t.signUp()]
    const slug = await t.board('discussion', { reactions: ['like'], commenters: ['role:moderator'] })
    const { id } = await publish(member, slug)
    expect((await reader.put(`/api/subjects/${id}/reaction`, { kind: 'dislike' })).status).toBe(422)
    done(await reader.put(`/api/subjects/${id}/reaction`, { kind: 'like' }), 200)
    expect((await reader.post(`/api/subjects/${id}/comments`, { body: '말' })).status).toBeGreaterThanOrEqual(403)
    expect((await reader.get(`/api/posts/${id}`)).body).toMatchObject({
      reactions: ['like'],
      own: { reaction: 'like' },
      can: { comment: false, react: true },
    })
  })
})

describe('categories', () => {
  test('have two levels, and a name is taken once among its neighbours, whatever its case', async () => {
    const board = await t.board('discussion')
    const make = (fields: object) => t.keeper.post('/api/categories', { board, ...fields })
    const { body: top } = done(await make({ name: 'Web' }), 201)
    expect((await make({ name: 'web' })).body.code).toBe('community-category-taken')
    const { body: child } = done(await make({ name: 'web', parentId: top.id }), 201)
    expect((await make({ name: '셋째', parentId: child.id })).body.code).toBe('community-category-depth')
    expect((await (await t.signUp()).post('/api/categories', { board, name: '남의' })).status).toBe(403)
    done(await t.keeper.patch(`/api/categories/${child.id}`, { name: '웹', nameEn: 'Web' }, version(1)), 200)
    const { body } = await t.guest.get(`/api/categories?board=${board}`)
    expect(body.items).toMatchObject([{ categories: [{ name: 'Web', children: [{ name: '웹', nameEn: 'Web' }] }] }])
    expect((await t.keeper.delete(`/api/categories/${top.id}`)).body.code).toBe('community-category-used')
    const post = await publish(await t.signUp(), board, { categoryId: child.id })
    expect((await t.keeper.delete(`/api/categories/${child.id}`)).body.code).toBe('community-category-used')
    done(await t.keeper.patch(`/api/posts/${post.id}`, { categoryId: null }, version(1)), 200)
    done(await t.keeper.delete(`/api/categories/${child.id}`), 204)
    expect((await t.keeper.delete(`/api/categories/${child.id}`)).status).toBe(404)
  })
})
