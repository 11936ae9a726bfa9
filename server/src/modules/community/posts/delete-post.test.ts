import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { TestMember } from '../../../../test/app.ts'
import { answer, done, eventually, ids, publish, type TestCommunity, testCommunity } from '../community-for-tests.ts'

const day = 24 * 3600_000
let t: TestCommunity
let author: TestMember
beforeAll(async () => {
  t = await testCommunity()
  author = await t.signUp()
})
afterAll(() => t.close())
afterEach(() => t.setTime())

/** Where else a post shows: search, home, its author's log. */
async function places(id: string, title: string): Promise<Record<string, boolean>> {
  const shows = async (path: string) => JSON.stringify(done(await t.guest.get(encodeURI(path)), 200).body).includes(id)
  return {
    search: await shows(`/api/search?q=${title}`),
    home: await shows('/api/home'),
    activity: await shows(`/api/members/${author.id}/activity`),
  }
}

const livingSubjects = async (list: string[]) =>
  (await t.platform.subjects.load(list, { kind: 'guest', id: '', roles: [], locale: 'ko', address: '' })).length

describe('a deleted post', () => {
  test('is gone at once from search, home and its author’s log', async () => {
    const { id, title } = await publish(author, await t.board('discussion'), { title: '청룡열차를 타다' })
    const everywhere = { search: true, home: true, activity: true }
    await vi.waitFor(async () => expect(await places(id, title)).toEqual(everywhere), eventually)
    done(await author.delete(`/api/posts/${id}`), 204)
    expect(await places(id, title)).toEqual({ search: false, home: false, activity: false })
  })

  test('is gone at once from its page and every list, with its answers and comments, and comes back with them', async () => {
    const board = await t.board('question')
    const question = await publish(author, board, { tags: ['사라질-태그'] })
    const { id: answerId } = await answer(author, question.id)
    // its author could not delete an answered question: a moderator does
    const comment = done(await author.post(`/api/subjects/${question.id}/comments`, { body: '댓글' }), 201).body
    const paths = [`/api/posts/${question.id}`, `/api/posts/${question.id}/answers`, `/api/answers/${answerId}`]
    const lists = [`/api/boards/${board}/posts`, '/api/posts?kind=question', `/api/tags/사라질-태그/posts`]
    const all = [question.id, answerId, comment.id]
    expect(await livingSubjects(all)).toBe(3)
    for (const list of lists) expect(ids(await t.guest.get(encodeURI(list)))).toContain(question.id)

    const moderator = await t.moderator()
    done(await moderator.delete(paths[0] ?? ''), 204)
    for (const path of paths) expect((await t.guest.get(path)).status).toBe(404)
    for (const path of paths) expect((await author.get(path)).status).toBe(404)
    for (const list of lists) expect(ids(await t.guest.get(encodeURI(list)))).not.toContain(question.id)
    expect(await livingSubjects(all)).toBe(0)

    expect((await author.post(`/api/posts/${question.id}/restoration`)).status).toBe(403)
    done(await moderator.post(`/api/posts/${question.id}/restoration`), 200)
    for (const path of paths) expect((await t.guest.get(path)).status).toBe(200)
    for (const list of lists) expect(ids(await t.guest.get(encodeURI(list)))).toContain(question.id)
    expect(await livingSubjects(all)).toBe(3)
  })

  test('comes back for its author for 30 days, and for nobody else', async () => {
    const post = await publish(author, await t.board('discussion'))
    const path = `/api/posts/${post.id}`
    expect((await (await t.signUp()).delete(path)).status).toBe(403)
    expect((await author.post(`${path}/restoration`)).body.code).toBe('community-restore-over')
    done(await author.delete(path), 204)
    expect((await author.delete(path)).status).toBe(404)
    expect((await (await t.signUp()).post(`${path}/restoration`)).status).toBe(404)
    expect((await t.guest.post(`${path}/restoration`)).status).toBe(401)
    expect(done(await author.post(`${path}/restoration`), 200).body).toMatchObject({ id: post.id, body: post.body })
    done(await author.delete(path), 204)
    t.setTime(new Date(Date.now() + 31 * day))
    expect((await (await t.again(author)).post(`${path}/restoration`)).body.code).toBe('community-restore-over')
  })

  test('comes back as it was: a notice that is not yet shown still waits for its time, an unapproved post for approval', async () => {
    const moderator = await t.moderator()
    const back = async (by: TestMember, id: string) => {
      done(await by.delete(`/api/posts/${id}`), 204)
      return done(await by.post(`/api/posts/${id}/restoration`), 200).body.state
    }
    const notice = { showFrom: new Date(Date.now() + 3600_000).toISOString() }
    const board = await t.board('notice')
    expect(await back(moderator, (await publish(moderator, board, { notice })).id)).toBe('scheduled')
    const writer = await t.signUp()
    const held = await t.board('notice', { approval: 'all', writers: ['members'] })
    expect(await back(writer, (await publish(writer, held, { notice })).id)).toBe('pending')
  })

  test('loses its text after 30 days, a younger one keeps it', async () => {
    const board = await t.board('discussion')
    const [old, young] = [await publish(author, board), await publish(author, board)]
    done(await author.patch(`/api/posts/${old.id}`, { body: '고친 말' }, { 'if-match': '1' }), 200)
    done(await author.delete(`/api/posts/${old.id}`), 204)
    t.setTime(new Date(Date.now() + 31 * day))
    done(await (await t.again(author)).delete(`/api/posts/${young.id}`), 204)
    await t.runJob('community.erase-deleted')
    const { rows } = await t.platform.db.pool.query(
      `select p.state, p.body, s.title, (select count(*)::int from community.revisions where subject_id = p.id) as revisions
       from community.posts p join platform.subjects s using (id) where id = any($1) order by id`,
      [[old.id, young.id]],
    )
    expect(rows).toEqual([
      { state: 'erased', body: '', title: '', revisions: 0 },
      { state: 'deleted', body: young.body, title: young.title, revisions: 0 },
    ])
  })
})

test('what a guest was shown of another thread does not outlive what is quoted in it', async () => {
  const [writer, reader] = [await t.signUp(), await t.signUp()]
  const source = await publish(writer, await t.board('discussion'))
  const elsewhere = await publish(reader, await t.board('discussion'))
  const say = async (to: string, body: string, quote?: object) =>
    done(await reader.post(`/api/subjects/${to}/comments`, { body, ...(quote ? { quote } : {}) }), 201).body
  const [first, second] = [await say(source.id, '처음 한 말'), await say(source.id, '나중에 한 말')]
  await say(elsewhere.id, '그러게요', { of: first.id, text: '처음' })
  const last = await say(elsewhere.id, '맞아요', { of: second.id, text: '나중에' })
  const quoted = async (): Promise<string[]> => {
    const { body } = await t.guest.get(`/api/subjects/${elsewhere.id}/comments`)
    return body.items.map(({ quote }: { quote: { text: string | null } }) => quote.text)
  }
  // the last that is told of the thread itself: what is kept from here on goes by what it quotes alone
  await vi.waitFor(async () => {
    const { activeAt } = (await t.guest.get(`/api/posts/${elsewhere.id}`)).body
    expect(activeAt >= last.createdAt).toBe(true)
  }, eventually)
  expect(await quoted()).toEqual(['처음', '나중에'])
  done(await reader.delete(`/api/comments/${first.id}`), 204)
  expect(await quoted()).toEqual([null, '나중에'])
  done(await writer.delete(`/api/posts/${source.id}`), 204)
  expect(await quoted()).toEqual([null, null])
})
