import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestMember, testApp } from '../../../../test/app.ts'
import { createNotes, notesModule, publishNote } from '../../../../test/notes.ts'
import { sql } from '../../../platform/database.ts'

interface View {
  id: string
  body: string | null
}

let t: TestApp
let author: TestMember
let reader: TestMember
let other: TestMember
let moderator: TestMember

beforeAll(async () => {
  t = await testApp({ also: [notesModule] })
  await createNotes(t.platform)
  moderator = await t.admin()
  author = await t.signUp()
  reader = await t.signUp()
  other = await t.signUp()
})
afterAll(() => t.close())

const say = async (by: TestMember, subject: string, body: string): Promise<View> => {
  const answer = await by.post(`/api/subjects/${subject}/comments`, { body })
  expect([answer.status, answer.body.code]).toEqual([201, undefined])
  return answer.body
}
const thread = async (subject: string): Promise<{ items: View[] }> =>
  (await t.guest.get(`/api/subjects/${subject}/comments`)).body
const bodies = (items: View[]) => items.map(({ body }) => body)
const commentsOf = async (id: string) => (await t.guest.get(`/api/subjects/${id}`)).body.comments

test('a comment shows at once, counted, with what its author may do', async () => {
  const note = await publishNote(t.platform, author.id)
  expect((await thread(note)).items).toEqual([])
  const said = await reader.post(`/api/subjects/${note}/comments`, { body: '  **좋아요**\r\n잘 읽었어요 ' })
  expect(said.status).toBe(201)
  expect(said.body).toMatchObject({
    subjectId: note,
    body: '**좋아요**\n잘 읽었어요',
    author: { id: reader.id, nickname: reader.nickname },
    version: 1,
    editedAt: null,
    can: { edit: true, delete: true, reply: true, react: false },
  })
  expect((await thread(note)).items).toMatchObject([
    { id: said.body.id, can: { edit: false, delete: false, reply: false, react: false } },
  ])
  expect((await author.get(`/api/comments/${said.body.id}`)).body.can).toEqual({
    edit: false,
    delete: false,
    reply: true,
    react: true,
  })
  expect(await commentsOf(note)).toBe(1)
  expect((await t.guest.get(`/api/subjects/${said.body.id}`)).body).toMatchObject({
    kind: 'comment',
    title: '좋아요 잘 읽었어요',
    link: `/notes/${note}#${said.body.id}`,
    container: { id: note, kind: 'note' },
  })
})

test('a guest, an empty text, a text too long and a stranger to the subject are refused, and nothing is stored', async () => {
  const note = await publishNote(t.platform, author.id)
  const secret = await publishNote(t.platform, author.id, { audience: [`member:${author.id}`] })
  const path = `/api/subjects/${note}/comments`
  expect((await t.guest.post(path, { body: '안녕' })).status).toBe(401)
  expect((await reader.post(path, { body: ' \u200b ' })).body.errors).toEqual([{ at: '/body', code: 'required' }])
  expect((await reader.post(path, { body: '가'.repeat(5001) })).body.errors).toEqual([
    { at: '/body', code: 'too-long' },
  ])
  expect((await reader.post(path, { body: '가'.repeat(5000) })).status).toBe(201)
  expect((await reader.post(`/api/subjects/${secret}/comments`, { body: '안녕' })).status).toBe(404)
  expect((await reader.get(`/api/subjects/${secret}/comments`)).status).toBe(404)
  expect(await commentsOf(note)).toBe(1)
})

test('a locked subject, a kind without comments and one that others may comment on refuse comments', async () => {
  const locked = await publishNote(t.platform, author.id, { locked: true })
  const late = await reader.post(`/api/subjects/${locked}/comments`, { body: '안녕' })
  expect([late.status, late.body.code]).toEqual([409, 'interactions-locked'])
  expect((await reader.get(`/api/subjects/${locked}/comments`)).body.can).toEqual({ comment: false })
  const book = await publishNote(t.platform, author.id, {}, 'nbk')
  expect((await reader.post(`/api/subjects/${book}/comments`, { body: '안녕' })).body.code).toBe(
    'interactions-kind-off',
  )
  const closed = await publishNote(t.platform, author.id, { commenters: [`member:${other.id}`] })
  expect((await reader.post(`/api/subjects/${closed}/comments`, { body: '안녕' })).status).toBe(403)
  expect((await other.post(`/api/subjects/${closed}/comments`, { body: '안녕' })).status).toBe(201)
  expect((await reader.get(`/api/subjects/${closed}`)).body.can.comment).toBe(false)
})

test('an edit keeps what stood before, shows after five minutes, and a stale one is refused', async () => {
  const note = await publishNote(t.platform, author.id)
  const { id } = await say(reader, note, '처음')
  const path = `/api/comments/${id}`
  expect((await reader.patch(path, { body: '고침' })).status).toBe(428)
  expect((await author.patch(path, { body: '고침' }, { 'if-match': '"1"' })).status).toBe(403)
  expect((await reader.patch(path, { body: '고침' }, { 'if-match': '"1"' })).body).toMatchObject({
    body: '고침',
    version: 2,
    editedAt: null,
  })
  const stale = await reader.patch(path, { body: '다른 창' }, { 'if-match': '"1"' })
  expect([stale.status, stale.body.code]).toEqual([412, 'version-stale'])
  t.setTime(new Date(Date.now() + 6 * 60_000))
  expect((await reader.patch(path, { body: '나중' }, { 'if-match': '"2"' })).body.editedAt).toMatch(/Z$/)
  t.setTime()
  const revisions = await t.guest.get(`${path}/revisions`)
  expect(bodies(revisions.body.items)).toEqual(['고침', '처음'])
  expect((await thread(note)).items).toMatchObject([{ body: '나중', version: 3 }])
})

test('of ten edits of one version at once, one counts', async () => {
  const note = await publishNote(t.platform, author.id)
  const { id } = await say(reader, note, '처음')
  const edits = await Promise.all(
    Array.from({ length: 10 }, (_, n) => reader.patch(`/api/comments/${id}`, { body: `${n}` }, { 'if-match': '1' })),
  )
  expect(edits.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(412)])
})

test('others may not delete; a moderator may, and it is audited', async () => {
  const note = await publishNote(t.platform, author.id)
  const { id } = await say(reader, note, '광고')
  expect((await t.guest.delete(`/api/comments/${id}`)).status).toBe(401)
  expect((await author.delete(`/api/comments/${id}`)).status).toBe(403)
  expect((await moderator.get(`/api/comments/${id}`)).body.can).toMatchObject({ delete: true })
  expect((await moderator.delete(`/api/comments/${id}`)).status).toBe(204)
  expect((await moderator.delete(`/api/comments/${id}`)).status).toBe(404)
  const audit = await t.platform.db.many(
    sql`select actor_id as "actorId", act from platform.audit where target = ${id}`,
  )
  expect(audit).toEqual([{ actorId: moderator.id, act: 'interactions.comment-deleted' }])
})

test('a quote is an exact excerpt, linked, and blank when its source is gone', async () => {
  const note = await publishNote(t.platform, author.id, { text: '첫 줄의 **굵은** 글' })
  const source = await say(reader, note, '여기를 봐 주세요')
  const quoting = (of: string, text: string) =>
    author.post(`/api/subjects/${note}/comments`, { body: '네', quote: { of, text } })
  const wrong = await quoting(note, '다른 말')
  expect([wrong.status, wrong.body.code]).toEqual([422, 'interactions-quote-differs'])
  expect((await quoting(note, '첫 줄의 굵은 글')).status).toBe(201)
  const right = await quoting(source.id, '봐 주세요')
  expect(right.body.quote).toEqual({ of: source.id, text: '봐 주세요', link: `/notes/${note}#${source.id}` })
  await reader.delete(`/api/comments/${source.id}`)
  expect((await t.guest.get(`/api/comments/${right.body.id}`)).body.quote).toEqual({
    of: source.id,
    text: null,
    link: null,
  })
})

test('the same key sends a comment once', async () => {
  const note = await publishNote(t.platform, author.id)
  const send = () =>
    reader.post(`/api/subjects/${note}/comments`, { body: '한 번' }, { 'idempotency-key': `key-${note}` })
  const answers = await Promise.all([send(), send(), send()])
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
  expect(await commentsOf(note)).toBe(1)
})
