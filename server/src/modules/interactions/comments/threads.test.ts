import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestMember, testApp } from '../../../../test/app.ts'
import { changeNote, createNotes, notesModule, publishNote } from '../../../../test/notes.ts'
import { sql } from '../../../platform/database.ts'

interface View {
  id: string
  body: string | null
  depth: number
  parentId: string | null
  replyCount: number
  deleted: boolean
  replies: { items: View[]; next: string | null }
}

let t: TestApp
let author: TestMember
let reader: TestMember
let other: TestMember

beforeAll(async () => {
  t = await testApp({ also: [notesModule] })
  await createNotes(t.platform)
  author = await t.signUp()
  reader = await t.signUp()
  other = await t.signUp()
})
afterAll(() => t.close())

const say = async (by: TestMember, subject: string, body: string, parentId?: string): Promise<View> => {
  const answer = await by.post(`/api/subjects/${subject}/comments`, { body, ...(parentId ? { parentId } : {}) })
  expect([answer.status, answer.body.code]).toEqual([201, undefined])
  return answer.body
}
const thread = async (subject: string, query = ''): Promise<{ items: View[]; next: string | null; can: unknown }> =>
  (await t.guest.get(`/api/subjects/${subject}/comments${query}`)).body
const bodies = (items: View[]) => items.map(({ body }) => body)
const commentsOf = async (id: string) => (await t.guest.get(`/api/subjects/${id}`)).body.comments

test('answers nest as deep as allowed; deeper ones hang on the last allowed parent and say whom they answer', async () => {
  const note = await publishNote(t.platform, author.id, { depth: 3 })
  const one = await say(reader, note, '1')
  const two = await say(author, note, '2', one.id)
  const three = await say(reader, note, '3', two.id)
  const four = await say(author, note, '4', three.id)
  const five = await say(other, note, '5', four.id)
  expect([two, three, four, five].map(({ depth, parentId }) => [depth, parentId])).toEqual([
    [2, one.id],
    [3, two.id],
    [3, two.id],
    [3, two.id],
  ])
  expect(five).toMatchObject({ answers: { id: four.id, author: { id: author.id } } })
  expect(three).toMatchObject({ answers: null })
  const flat = await publishNote(t.platform, author.id, { depth: 1 })
  const root = await say(reader, flat, '1')
  expect(await say(author, flat, '2', root.id)).toMatchObject({ depth: 1, parentId: null, answers: { id: root.id } })
})

test('an answer belongs to the subject of what it answers', async () => {
  const [note, elsewhere] = [await publishNote(t.platform, author.id), await publishNote(t.platform, author.id)]
  const root = await say(reader, note, '1')
  const lost = await author.post(`/api/subjects/${elsewhere}/comments`, { body: '2', parentId: root.id })
  expect([lost.status, lost.body.code]).toEqual([422, 'interactions-parent-elsewhere'])
  const none = await author.post(`/api/subjects/${note}/comments`, { body: '2', parentId: t.platform.ids.next('cmt') })
  expect(none.status).toBe(404)
  expect(await commentsOf(elsewhere)).toBe(0)
})

test('a page holds roots with three answers each, depth first, and leads to the others', async () => {
  const note = await publishNote(t.platform, author.id)
  const roots: View[] = []
  for (let n = 1; n <= 5; n++) roots.push(await say(reader, note, `${n}`))
  const [root] = roots
  const a = await say(author, note, '1a', root?.id)
  await say(author, note, '1b', root?.id)
  await say(reader, note, '1a1', a.id)
  await say(reader, note, '1c', root?.id)
  await say(reader, note, '1a2', a.id)
  const first = await thread(note, '?limit=2')
  expect(bodies(first.items)).toEqual(['1', '2'])
  expect(first.items[0]).toMatchObject({ replyCount: 5 })
  expect(bodies(first.items[0]?.replies.items ?? [])).toEqual(['1a', '1a1', '1a2'])
  const rest = await t.guest.get(`/api/comments/${root?.id}/replies?after=${first.items[0]?.replies.next}`)
  expect([bodies(rest.body.items), rest.body.next]).toEqual([['1b', '1c'], null])
  const below = await t.guest.get(`/api/comments/${a.id}/replies?limit=1`)
  expect([bodies(below.body.items), typeof below.body.next]).toEqual([['1a1'], 'string'])
  const second = await thread(note, `?limit=2&after=${first.next}`)
  const third = await thread(note, `?limit=2&after=${second.next}`)
  expect([bodies(second.items), bodies(third.items), third.next]).toEqual([['3', '4'], ['5'], null])
  expect(first.items[1]?.replies).toEqual({ items: [], next: null })
})

test('threads are read oldest, newest or best first, and a cursor belongs to its sort', async () => {
  const note = await publishNote(t.platform, author.id)
  const views: View[] = []
  for (let n = 1; n <= 4; n++) views.push(await say(author, note, `${n}`))
  await reader.put(`/api/subjects/${views[2]?.id}/reaction`, { kind: 'like' })
  await other.put(`/api/subjects/${views[2]?.id}/reaction`, { kind: 'like' })
  await reader.put(`/api/subjects/${views[3]?.id}/reaction`, { kind: 'like' })
  await reader.put(`/api/subjects/${views[0]?.id}/reaction`, { kind: 'dislike' })
  const orders = { oldest: ['1', '2', '3', '4'], newest: ['4', '3', '2', '1'], best: ['3', '4', '2', '1'] }
  for (const [sort, order] of Object.entries(orders)) {
    const first = await thread(note, `?sort=${sort}&limit=3`)
    const second = await thread(note, `?sort=${sort}&limit=3&after=${first.next}`)
    expect([sort, ...bodies(first.items), ...bodies(second.items)]).toEqual([sort, ...order])
    for (const wrong of Object.keys(orders).filter((one) => one !== sort))
      expect((await t.guest.get(`/api/subjects/${note}/comments?sort=${wrong}&after=${first.next}`)).status).toBe(400)
  }
})

test('a deleted leaf is gone, one with answers stays as a tombstone until the last of them goes', async () => {
  const note = await publishNote(t.platform, author.id)
  const root = await say(reader, note, '뿌리')
  const middle = await say(author, note, '가운데', root.id)
  const leaf = await say(reader, note, '잎', middle.id)
  const sibling = await say(reader, note, '옆', root.id)
  expect((await author.delete(`/api/comments/${middle.id}`)).status).toBe(204)
  const [shown] = (await thread(note)).items
  expect(shown).toMatchObject({ replyCount: 3 })
  expect(shown?.replies.items[0]).toMatchObject({ id: middle.id, body: null, author: null, deleted: true })
  expect(JSON.stringify(shown)).not.toContain('가운데')
  expect((await t.guest.get(`/api/subjects/${middle.id}`)).status).toBe(404)
  expect((await author.post(`/api/subjects/${note}/comments`, { body: '늦은 답', parentId: middle.id })).status).toBe(
    404,
  )
  expect(await commentsOf(note)).toBe(3)

  await reader.delete(`/api/comments/${leaf.id}`)
  expect((await thread(note)).items[0]).toMatchObject({ replyCount: 1 })
  expect(bodies((await thread(note)).items[0]?.replies.items ?? [])).toEqual(['옆'])
  await reader.delete(`/api/comments/${root.id}`)
  expect((await thread(note)).items).toMatchObject([{ deleted: true, replyCount: 1 }])
  await reader.delete(`/api/comments/${sibling.id}`)
  expect((await thread(note)).items).toEqual([])
  expect(await commentsOf(note)).toBe(0)
})

test('answers and deletions of one thread at once leave a tree that adds up, and none waited in a circle', {
  timeout: 30_000,
}, async () => {
  const note = await publishNote(t.platform, author.id)
  const root = await say(reader, note, '뿌리')
  let level = [root]
  const all: View[] = []
  for (let depth = 0; depth < 3; depth++) {
    level = await Promise.all(level.flatMap(({ id }) => [1, 2, 3].map(() => say(reader, note, `${depth}`, id))))
    all.push(...level)
  }
  await Promise.all(
    all.flatMap(({ id }, n) => [
      ...(n % 3 ? [reader.delete(`/api/comments/${id}`)] : []),
      author.post(`/api/subjects/${note}/comments`, { body: '답', parentId: id }),
    ]),
  )
  const wrong = await t.platform.db.many(sql`
    select c.id, c.replies, c.shown from interactions.comments c
      cross join lateral (
        select count(*) as replies from interactions.comments d
        where d.subject_id = c.subject_id and d.path like c.path || '.%' and d.shown) below
    where c.subject_id = ${note}
      and (c.replies <> below.replies or c.shown <> (c.deleted_at is null or below.replies > 0))`)
  expect(wrong).toEqual([])
  const living = await t.platform.db.one<{ n: number }>(
    sql`select count(*) as n from interactions.comments where subject_id = ${note} and deleted_at is null`,
  )
  expect(await commentsOf(note)).toBe(living?.n)
  expect(living?.n).toBeGreaterThan(all.length / 3)
  const server = await t.platform.db.one(sql`
    select deadlocks from pg_stat_database where datname = current_database()`)
  expect(server).toEqual({ deadlocks: 0 })
})

test('with its subject a thread is gone at once', async () => {
  const note = await publishNote(t.platform, author.id)
  const { id } = await say(reader, note, '댓글')
  await t.guest.get(`/api/subjects/${note}/comments`)
  await changeNote(t.platform, note, { state: 'deleted' })
  for (const path of [`/api/subjects/${id}`, `/api/comments/${id}`, `/api/comments/${id}/replies`])
    expect([path, (await reader.get(path)).status]).toEqual([path, 404])
  expect((await reader.patch(`/api/comments/${id}`, { body: '고침' }, { 'if-match': '1' })).status).toBe(404)
})
