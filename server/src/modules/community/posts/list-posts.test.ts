import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { TestMember } from '../../../../test/app.ts'
import {
  answer,
  done,
  eventually,
  ids,
  publish,
  readAll,
  type TestCommunity,
  testCommunity,
} from '../community-for-tests.ts'

let t: TestCommunity
let member: TestMember
let other: TestMember
beforeAll(async () => {
  t = await testCommunity()
  ;[member, other] = [await t.signUp(), await t.signUp()]
})
afterAll(() => t.close())

const list = (board: string, query = '') => t.guest.get(`/api/boards/${board}/posts${query}`)
const sorted = async (board: string, sort: string) => ids(done(await list(board, `?sort=${sort}`), 200))

describe('sorts', () => {
  test('latest, active, likes, views, answers, unanswered', async () => {
    const board = await t.board('question')
    const [a, b, c] = [await publish(member, board), await publish(member, board), await publish(member, board)]
    expect(await sorted(board, 'latest')).toEqual([c.id, b.id, a.id])
    await answer(other, a.id)
    expect(await sorted(board, 'active')).toEqual([a.id, c.id, b.id])
    expect(await sorted(board, 'answers')).toEqual([a.id, c.id, b.id])
    expect(await sorted(board, 'unanswered')).toEqual([c.id, b.id])
    done(await other.put(`/api/subjects/${b.id}/reaction`, { kind: 'like' }), 200)
    expect(await sorted(board, 'likes')).toEqual([b.id, c.id, a.id])
    await t.platform.db.transact((tx) => t.platform.subjects.count(tx, c.id, { views: 3 }))
    t.platform.cache.clear()
    expect(await sorted(board, 'views')).toEqual([c.id, b.id, a.id])
    done(await other.post(`/api/subjects/${b.id}/comments`, { body: '저도요' }), 201)
    await vi.waitFor(async () => expect(await sorted(board, 'active')).toEqual([b.id, a.id, c.id]), eventually)
    expect((await list(board, '?sort=active')).body.items[0].activeBy.id).toBe(other.id)
    expect((await list(board, '?sort=hot')).status).toBe(400)
  })

  test('unanswered over all boards are questions alone', async () => {
    const question = await publish(member, await t.board('question'))
    const talk = await publish(member, await t.board('discussion'))
    const found = await readAll(t.guest, '/api/posts?sort=unanswered')
    expect(found).toContain(question.id)
    expect(found).not.toContain(talk.id)
    expect(ids(await t.guest.get('/api/posts?sort=unanswered&kind=discussion'))).toEqual([])
  })

  test('a board begins with its own sort and page size', async () => {
    const board = await t.board('discussion', { sort: 'likes', pageSize: 5 })
    const posts = []
    for (let i = 0; i < 6; i++) posts.push(await publish(member, board))
    done(await other.put(`/api/subjects/${posts[0].id}/reaction`, { kind: 'like' }), 200)
    const page = await list(board)
    expect(ids(page)).toHaveLength(5)
    expect(ids(page)[0]).toBe(posts[0].id)
    expect(page.body.next).not.toBeNull()
  })
})

describe('filters', () => {
  test('narrow together, and a parent category holds exactly its children’s posts and its own', async () => {
    const board = await t.board('question')
    const category = async (name: string, parentId?: string) =>
      done(await t.keeper.post('/api/categories', { board, name, ...(parentId ? { parentId } : {}) }), 201).body.id
    const parent = await category('언어')
    const [java, go] = [await category('Java', parent), await category('Go', parent)]
    const elsewhere = await category('인프라')
    const posts = await Promise.all(
      [parent, java, go, elsewhere, java].map((categoryId, i) =>
        publish(i === 4 ? other : member, board, { categoryId, tags: i < 2 ? ['tls'] : [] }),
      ),
    )
    const id = (i: number): string => posts[i].id
    const of = async (query: string) => new Set(ids(done(await list(board, query), 200)))
    const [whole, ...children] = [
      await of(`?category=${parent}`),
      await of(`?category=${java}`),
      await of(`?category=${go}`),
    ]
    expect(whole).toEqual(new Set([id(0), id(1), id(2), id(4)]))
    expect(whole).toEqual(new Set([id(0), ...children.flatMap((child) => [...child])]))
    expect(await of(`?category=${parent}&tag=TLS`)).toEqual(new Set([id(0), id(1)]))
    expect(await of(`?category=${java}&tag=tls&author=${member.id}`)).toEqual(new Set([id(1)]))
    expect(await of(`?category=${parent}&author=${encodeURIComponent(other.nickname)}`)).toEqual(new Set([id(4)]))
    expect(await of(`?category=${elsewhere}&tag=tls`)).toEqual(new Set())
    expect(await of(`?author=${encodeURIComponent(` ${other.nickname.normalize('NFD')}`)}`)).toEqual(new Set([id(4)]))
    expect(await of('?author=아무도아님')).toEqual(new Set())
    await answer(other, id(3))
    done(await member.post(`/api/posts/${id(3)}/acceptance`, { answerId: (await answer(other, id(3))).id }), 201)
    expect(await of('?status=RESOLVED')).toEqual(new Set([id(3)]))
    expect(await of('?status=UNSOLVED&sort=likes')).toEqual(new Set([id(0), id(1), id(2), id(4)]))
    expect(await of('?status=resolved')).toEqual(new Set([id(3)]))
  })
})

describe('pins', () => {
  test('come first under any sort and once, also when pages are small; a board takes five', async () => {
    const board = await t.board('discussion')
    const posts: string[] = []
    for (let i = 0; i < 9; i++) posts.push((await publish(member, board)).id)
    const moderator = await t.moderator()
    const pinned = [posts[0], posts[4], posts[2]]
    for (const id of pinned) done(await moderator.put(`/api/posts/${id}/pin`), 204)
    expect((await member.put(`/api/posts/${posts[1]}/pin`)).status).toBe(403)
    const newest = (chosen: (string | undefined)[]) => posts.filter((id) => chosen.includes(id)).reverse()
    const rest = posts.filter((id) => !pinned.includes(id)).reverse()
    for (const query of ['?limit=2', '?limit=3', '?limit=4&sort=likes', '?limit=100&sort=active'])
      expect(await readAll(t.guest, `/api/boards/${board}/posts${query}`)).toEqual([...newest(pinned), ...rest])
    for (const id of [posts[5], posts[6]]) done(await moderator.put(`/api/posts/${id}/pin`), 204)
    expect((await moderator.put(`/api/posts/${posts[7]}/pin`)).body.code).toBe('community-pins-full')
    done(await moderator.delete(`/api/posts/${posts[5]}/pin`), 204)
    done(await moderator.put(`/api/posts/${posts[7]}/pin`), 204)
  })
})

describe('pages', () => {
  test('show every post once while others are written', async () => {
    const board = await t.board('discussion')
    const before = await Promise.all(Array.from({ length: 24 }, async () => (await publish(member, board)).id))
    const writing = (async () => {
      for (let i = 0; i < 8; i++) await publish(other, board)
    })()
    const seen = await readAll(t.guest, `/api/boards/${board}/posts?limit=3`)
    await writing
    expect(new Set(seen).size).toBe(seen.length)
    expect(before.filter((id) => !seen.includes(id))).toEqual([])
  })

  test('begin only where a cursor of their sort says', async () => {
    const board = await t.board('discussion')
    for (let i = 0; i < 3; i++) await publish(member, board)
    const cursor = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url')
    for (const after of [
      'nonsense',
      cursor([0, 'x', 'pst_1']),
      cursor([0, null, 7]),
      cursor([0]),
      cursor([0, 1e300, 'a']),
    ])
      expect((await list(board, `?sort=likes&after=${after}`)).body.code).toBe('cursor-invalid')
    expect((await list(board, `?sort=active&after=${cursor([0, 'yesterday', 'a'])}`)).status).toBe(400)
    expect((await list(board, '?limit=0')).status).toBe(400)
    expect((await list(board, '?limit=101')).status).toBe(400)
  })
})

describe('over all boards', () => {
  test('lists hold what the reader may see, newest first', async () => {
    const [open, closed] = [await t.board('archive'), await t.board('archive', {}, { audience: ['members'] })]
    const [first, second] = [await publish(member, open), await publish(member, closed)]
    expect(await readAll(t.guest, '/api/posts?kind=archive&limit=1')).toEqual([first.id])
    expect(await readAll(member, '/api/posts?kind=archive&limit=1')).toEqual([second.id, first.id])
    expect((await t.guest.get(`/api/posts/${second.id}`)).status).toBe(404)
    const { body } = await t.keeper.get(`/api/boards/${closed}`)
    done(
      await t.keeper.patch(`/api/boards/${closed}`, { audience: ['public'] }, { 'if-match': `${body.version}` }),
      200,
    )
    expect(await readAll(t.guest, '/api/posts?kind=archive')).toEqual([second.id, first.id])
  })
})

type Tag = { name: string; posts: number }
const named = (items: Tag[]) => items.map(({ name, posts }) => `${name} ${posts}`).sort()

describe('tags', () => {
  test('are counted, found by their beginning, the most used first', async () => {
    const board = await t.board('discussion')
    await publish(member, board, { tags: ['가나다', '가나'] })
    const post = await publish(member, board, { tags: ['가나다', 'c++'] })
    const tags = async (q: string) => (await t.guest.get(`/api/tags?q=${encodeURIComponent(q)}`)).body.items
    await vi.waitFor(
      async () =>
        expect(await tags('가')).toEqual([
          { name: '가나다', posts: 2 },
          { name: '가나', posts: 1 },
        ]),
      eventually,
    )
    expect(await tags('C+')).toEqual([{ name: 'c++', posts: 1 }])
    expect(await tags('%')).toEqual([])
    done(await member.patch(`/api/posts/${post.id}`, { tags: ['가나'] }, { 'if-match': '1' }), 200)
    await vi.waitFor(
      async () =>
        expect(await tags('가')).toEqual([
          { name: '가나', posts: 2 },
          { name: '가나다', posts: 1 },
        ]),
      eventually,
    )
    done(await member.delete(`/api/posts/${post.id}`), 204)
    await vi.waitFor(async () => expect((await tags('가'))[0].posts).toBe(1), eventually)
    expect(await tags('c+')).toEqual([])
  })

  test('of boards that a reader may not see are not told, also when their posts move or their board closes', async () => {
    const moderator = await t.moderator()
    const closed = await t.board('discussion', {}, { audience: ['role:moderator'] })
    const open = await t.board('discussion')
    await publish(moderator, closed, { tags: ['숨긴말', '반반'] })
    const post = await publish(moderator, open, { tags: ['옮긴말', '반반'] })
    const mine = new Set(['숨긴말', '반반', '옮긴말'])
    const tags = async (by: Pick<TestMember, 'get'>) =>
      named((await by.get('/api/tags?limit=100')).body.items.filter(({ name }: Tag) => mine.has(name)))
    await vi.waitFor(async () => expect(await tags(moderator)).toEqual(['반반 2', '숨긴말 1', '옮긴말 1']), eventually)
    expect(await tags(member)).toEqual(['반반 1', '옮긴말 1'])
    expect(await tags(t.guest)).toEqual(['반반 1', '옮긴말 1'])
    done(await moderator.put(`/api/posts/${post.id}/board`, { board: closed }), 200)
    await vi.waitFor(async () => expect(await tags(member)).toEqual([]), eventually)
    expect(await tags(moderator)).toEqual(['반반 2', '숨긴말 1', '옮긴말 1'])
  })
})
