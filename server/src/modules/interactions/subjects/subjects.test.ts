import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestMember, testApp } from '../../../../test/app.ts'
import { changeNote, createNotes, notesModule, publishNote } from '../../../../test/notes.ts'
import { sql } from '../../../platform/database.ts'

let t: TestApp
let author: TestMember
let reader: TestMember

beforeAll(async () => {
  t = await testApp({ also: [notesModule] })
  await createNotes(t.platform)
  author = await t.signUp()
  reader = await t.signUp()
})
afterAll(() => t.close())

test('any subject has a card: what it is, whose, where it stands and what the caller may do', async () => {
  const book = await publishNote(t.platform, author.id, { title: '공책' }, 'nbk')
  const fields = {
    bookId: book,
    audience: [`as:${book}`],
    title: '시',
    text: '*한* 줄',
    tags: ['시'],
    facets: { kind: 'poem' },
  }
  const id = await publishNote(t.platform, author.id, fields)
  expect((await reader.get(`/api/subjects/${id}`)).body).toMatchObject({
    id,
    kind: 'note',
    variant: 'poem',
    title: '시',
    excerpt: '한 줄',
    link: `/notes/${id}`,
    author: { id: author.id, nickname: author.nickname },
    container: { id: book, kind: 'notebook', title: '공책', link: `/notebooks/${book}` },
    tags: ['시'],
    likes: 0,
    comments: 0,
    own: { reaction: null, bookmarked: false },
    can: { react: true, bookmark: true, comment: true },
  })
  expect((await t.guest.get(`/api/subjects/${id}`)).body.can).toEqual({ react: false, bookmark: false, comment: false })
  expect((await author.get(`/api/subjects/${id}`)).body.can).toEqual({ react: false, bookmark: false, comment: true })
})

test('cards come in the asked order, without those that are not to be seen', async () => {
  const seen = await Promise.all([1, 2].map(() => publishNote(t.platform, author.id)))
  const secret = await publishNote(t.platform, author.id, { audience: [`member:${author.id}`] })
  const ids = [seen[1], secret, t.platform.ids.next('nte'), seen[0], seen[1]].join(',')
  const listed = async (by: { get: TestMember['get'] }) =>
    (await by.get(`/api/subjects?ids=${ids}`)).body.items.map(({ id }: { id: string }) => id)
  expect(await listed(t.guest)).toEqual([seen[1], seen[0]])
  expect(await listed(author)).toEqual([seen[1], secret, seen[0]])
  expect((await t.guest.get('/api/subjects?ids=nonsense')).status).toBe(400)
  const many = Array.from({ length: 51 }, () => seen[0]).join(',')
  expect((await t.guest.get(`/api/subjects?ids=${many}`)).status).toBe(400)
})

test('a guest’s card is remembered and as fresh as the last like, comment and deletion', async () => {
  const id = await publishNote(t.platform, author.id)
  const card = () => t.guest.get(`/api/subjects/${id}`)
  const { headers } = await card()
  expect((await t.guest.get(`/api/subjects/${id}`, { 'if-none-match': String(headers['etag']) })).status).toBe(304)
  await reader.put(`/api/subjects/${id}/reaction`, { kind: 'like' })
  expect((await card()).body.likes).toBe(1)
  await reader.post(`/api/subjects/${id}/comments`, { body: '댓글' })
  expect((await card()).body.comments).toBe(1)
})

test('what a closed container holds is gone for those outside, comments too', async () => {
  const book = await publishNote(t.platform, author.id, { audience: [`member:${author.id}`] }, 'nbk')
  const id = await publishNote(t.platform, author.id, { bookId: book, audience: [`as:${book}`] })
  const comment = await author.post(`/api/subjects/${id}/comments`, { body: '댓글' })
  for (const one of [id, comment.body.id]) {
    expect((await reader.get(`/api/subjects/${one}`)).status).toBe(404)
    expect((await author.get(`/api/subjects/${one}`)).status).toBe(200)
  }
  await changeNote(t.platform, id, { state: 'deleted' })
  expect((await author.get(`/api/subjects/${comment.body.id}`)).status).toBe(404)
})

test('the nightly recount finds nothing, repairs what somebody broke, and says what', async () => {
  const run = async () => {
    const { id } = await t.platform.jobs.run('interactions.recount', {}, author.id)
    await expect.poll(async () => (await t.platform.jobs.inspect(id)).state, { timeout: 10_000 }).toBe('COMPLETED')
    return (await t.platform.jobs.inspect(id)).steps[0]
  }
  const id = await publishNote(t.platform, author.id)
  await reader.put(`/api/subjects/${id}/reaction`, { kind: 'like' })
  await reader.put(`/api/subjects/${id}/bookmark`, {})
  await reader.post(`/api/subjects/${id}/comments`, { body: '댓글' })
  expect(await run()).toMatchObject({ written: 0 })
  await t.platform.db.run(sql`update platform.subjects set likes = 7, comments = 0, bookmarks = 2 where id = ${id}`)
  expect(await run()).toMatchObject({ written: 1 })
  expect((await author.get(`/api/subjects/${id}`)).body).toMatchObject({ likes: 1, comments: 1, bookmarks: 1 })
})

test('thirty days after its deletion a comment’s words are erased', async () => {
  const note = await publishNote(t.platform, author.id)
  const root = await reader.post(`/api/subjects/${note}/comments`, { body: '지울 말' })
  const leaf = await author.post(`/api/subjects/${note}/comments`, { body: '답', parentId: root.body.id })
  const gone = await reader.post(`/api/subjects/${note}/comments`, { body: '지울 말' })
  await reader.patch(`/api/comments/${root.body.id}`, { body: '지울 말 둘' }, { 'if-match': '1' })
  for (const { body } of [root, gone]) await reader.delete(`/api/comments/${body.id}`)
  const kept = () =>
    t.platform.db.many<{ body: string }>(sql`
      select body from interactions.comments where subject_id = ${note}
      union all select r.body from interactions.comment_revisions r join interactions.comments c on c.id = r.comment_id
      where c.subject_id = ${note}`)
  const erase = async (days: number) => {
    t.setTime(new Date(Date.now() + days * 86_400_000))
    const { id } = await t.platform.jobs.run('interactions.erase-deleted-comments', {}, author.id)
    await expect.poll(async () => (await t.platform.jobs.inspect(id)).state, { timeout: 10_000 }).toBe('COMPLETED')
    t.setTime()
  }
  await erase(29)
  expect(await kept()).toHaveLength(4)
  await erase(31)
  expect((await kept()).map(({ body }) => body).sort()).toEqual(['', '답'])
  expect((await t.guest.get(`/api/subjects/${note}/comments`)).body.items).toMatchObject([
    { deleted: true, replies: { items: [{ id: leaf.body.id }] } },
  ])
})
