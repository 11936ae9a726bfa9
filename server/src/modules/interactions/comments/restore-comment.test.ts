import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { password, type TestApp, type TestMember, testApp } from '../../../../test/app.ts'
import { changeNote, createNotes, notesModule, publishNote } from '../../../../test/notes.ts'
import { sql } from '../../../platform/database.ts'
import { upload } from '../../files/files-for-tests.ts'

interface View {
  id: string
  body: string | null
  version: number
}

const day = 24 * 3600_000
const eventually = { timeout: 10_000, interval: 20 }
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
afterEach(() => t.setTime())

const say = async (by: TestMember, subject: string, body: string, parentId?: string): Promise<View> => {
  const answer = await by.post(`/api/subjects/${subject}/comments`, { body, ...(parentId ? { parentId } : {}) })
  expect([answer.status, answer.body.code]).toEqual([201, undefined])
  return answer.body
}
const remove = async (by: TestMember, { id }: View) => expect((await by.delete(`/api/comments/${id}`)).status).toBe(204)
const restore = (by: Pick<TestMember, 'post'>, { id }: View) => by.post(`/api/comments/${id}/restoration`)
const commentsOf = async (id: string) => (await t.guest.get(`/api/subjects/${id}`)).body.comments
/** What a guest reads of the thread, but for the versions. */
const threadOf = async (subject: string) =>
  JSON.parse(JSON.stringify((await t.guest.get(`/api/subjects/${subject}/comments`)).body.items), (name, value) =>
    name === 'version' ? undefined : value,
  )
const again = async ({ email }: TestMember): Promise<TestMember> => {
  const { body } = await t.guest.post('/api/sessions', { email, password })
  return { ...reader, ...t.as(body.accessToken) }
}
/** Runs the nightly job and waits for its end; its own schedule may have it running. */
async function eraseOld(): Promise<void> {
  const { jobs } = t.platform
  const { id } = await vi.waitFor(() => jobs.run('interactions.erase-deleted-comments', {}, moderator.id), eventually)
  await vi.waitFor(async () => expect((await jobs.inspect(id)).state).toBe('COMPLETED'), eventually)
}
const addsUp = async (subject: string) => {
  const wrong = await t.platform.db.many(sql`
    select c.id, c.replies, c.shown from interactions.comments c
      cross join lateral (
        select count(*) as replies from interactions.comments d
        where d.subject_id = c.subject_id and d.path like c.path || '.%' and d.shown) below
    where c.subject_id = ${subject}
      and (c.replies <> below.replies or c.shown <> (c.deleted_at is null or below.replies > 0))`)
  expect(wrong).toEqual([])
  const living = await t.platform.db.one<{ n: number }>(
    sql`select count(*) as n from interactions.comments where subject_id = ${subject} and deleted_at is null`,
  )
  expect(await commentsOf(subject)).toBe(living?.n)
}

test('a deleted comment comes back as it stood, with its likes, its mentions and its place', async () => {
  const note = await publishNote(t.platform, author.id)
  const root = await say(reader, note, '뿌리')
  const reply = await say(reader, note, `@${other.nickname} 답`, root.id)
  await say(author, note, '뒤의 답', root.id)
  await author.put(`/api/subjects/${reply.id}/reaction`, { kind: 'like' })
  // who is mentioned is known once the comment's event is handled
  await t.settled()
  const before = await threadOf(note)
  await remove(reader, reply)
  expect(await commentsOf(note)).toBe(2)
  const back = await restore(reader, reply)
  expect([back.status, back.body]).toMatchObject([200, { id: reply.id, body: reply.body, deleted: false, likes: 1 }])
  expect(await threadOf(note)).toEqual(before)
  expect(await commentsOf(note)).toBe(3)
  const edited = await reader.patch(
    `/api/comments/${reply.id}`,
    { body: '고침' },
    { 'if-match': `"${back.body.version}"` },
  )
  expect(edited.status).toBe(200)
})

test('tombstones that went with the last answer are there again with it, and go when the root comes back', async () => {
  const note = await publishNote(t.platform, author.id)
  const root = await say(reader, note, '뿌리')
  const middle = await say(reader, note, '가운데', root.id)
  const leaf = await say(reader, note, '잎', middle.id)
  const whole = await threadOf(note)
  await remove(reader, root)
  await remove(reader, middle)
  const held = await threadOf(note)
  await remove(reader, leaf)
  expect(await threadOf(note)).toEqual([])
  expect((await restore(reader, leaf)).status).toBe(200)
  expect(await threadOf(note)).toEqual(held)
  await addsUp(note)
  expect((await restore(reader, middle)).status).toBe(200)
  expect((await restore(reader, root)).status).toBe(200)
  expect(await threadOf(note)).toEqual(whole)
  await addsUp(note)
})

test('its author brings it back for 30 days; a stranger does not hear of it, a guest is told to sign in', async () => {
  const note = await publishNote(t.platform, author.id)
  const comment = await say(reader, note, '댓글')
  expect((await restore(reader, comment)).body).toMatchObject({ status: 409, code: 'interactions-restore-over' })
  await remove(reader, comment)
  expect((await restore(other, comment)).status).toBe(404)
  expect((await restore(t.guest, comment)).status).toBe(401)
  expect(await commentsOf(note)).toBe(0)
  t.setTime(new Date(Date.now() + 29 * day))
  expect((await restore(await again(reader), comment)).status).toBe(200)
  t.setTime()
  await remove(reader, comment)
  t.setTime(new Date(Date.now() + 31 * day))
  expect((await restore(await again(reader), comment)).body.code).toBe('interactions-restore-over')
  expect(await commentsOf(note)).toBe(0)
})

test('what a moderator took away only a moderator brings back, audited', async () => {
  const note = await publishNote(t.platform, author.id)
  const comment = await say(reader, note, '광고')
  await remove(moderator, comment)
  expect((await restore(reader, comment)).status).toBe(403)
  expect((await restore(moderator, comment)).status).toBe(200)
  const audit = await t.platform.db.many(
    sql`select actor_id as "actorId", act from platform.audit where target = ${comment.id} order by at`,
  )
  expect(audit).toEqual([
    { actorId: moderator.id, act: 'interactions.comment-deleted' },
    { actorId: moderator.id, act: 'interactions.comment-restored' },
  ])
  await remove(reader, comment)
  expect((await restore(moderator, comment)).status).toBe(200)
})

test('nothing comes back below a subject that is gone', async () => {
  const note = await publishNote(t.platform, author.id)
  const comment = await say(reader, note, '댓글')
  await remove(reader, comment)
  await changeNote(t.platform, note, { state: 'deleted' })
  expect((await restore(reader, comment)).status).toBe(404)
})

test('of 50 restorations at once one counts, and 50 deletions and restorations of a thread leave a tree that adds up', {
  timeout: 60_000,
}, async () => {
  const note = await publishNote(t.platform, author.id)
  const root = await say(reader, note, '뿌리')
  let level = [root]
  const all: View[] = []
  for (let depth = 0; depth < 3; depth++) {
    level = await Promise.all(level.flatMap(({ id }) => [1, 2].map(() => say(author, note, `${depth}`, id))))
    all.push(...level)
  }
  const leaf = level[0] as View
  await remove(author, leaf)
  const statuses = (await Promise.all(Array.from({ length: 50 }, () => restore(author, leaf)))).map((one) => one.status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(1)
  expect(statuses.filter((status) => status === 409)).toHaveLength(49)
  await addsUp(note)

  const acts = Array.from({ length: 50 }, (_, n) => {
    const one = all[n % all.length] as View
    return n % 2 ? moderator.delete(`/api/comments/${one.id}`) : restore(moderator, one)
  })
  await Promise.all([...acts, reader.delete(`/api/comments/${root.id}`), ...level.map((one) => restore(author, one))])
  await addsUp(note)
  await Promise.all([
    ...all.map(({ id }) => moderator.delete(`/api/comments/${id}`)),
    ...all.map((one) => restore(moderator, one)),
    restore(reader, root),
  ])
  await addsUp(note)
  const server = await t.platform.db.one(sql`
    select deadlocks from pg_stat_database where datname = current_database()`)
  expect(server).toEqual({ deadlocks: 0 })
})

test('its files wait with it, seen by nobody else, and are let go when its words are erased', async () => {
  const note = await publishNote(t.platform, author.id)
  const file = await upload(reader, { bytes: 'notes', name: 'a.txt', kind: 'attachment' })
  const isHeld = async () => {
    const row = await t.platform.db.one<{ since: Date | null }>(
      sql`select unreferenced_since as since from files.file where id = ${file.body.id}`,
    )
    return row?.since === null
  }
  const comment = await say(reader, note, `[a.txt](${file.body.url})`)
  await remove(reader, comment)
  expect([await isHeld(), (await t.guest.get(file.body.url)).status]).toEqual([true, 404])
  await restore(reader, comment)
  expect((await t.guest.get(file.body.url)).status).toBe(200)
  await remove(reader, comment)
  t.setTime(new Date(Date.now() + 31 * day))
  await eraseOld()
  expect(await isHeld()).toBe(false)
})

test('what was deleted later still comes back when the words above it are erased already', async () => {
  const note = await publishNote(t.platform, author.id)
  const root = await say(reader, note, '뿌리')
  const leaf = await say(reader, note, '잎', root.id)
  await remove(reader, root)
  t.setTime(new Date(Date.now() + 20 * day))
  const later = await again(reader)
  await remove(later, leaf)
  t.setTime(new Date(Date.now() + 31 * day))
  await eraseOld()
  expect((await restore(await again(reader), leaf)).status).toBe(200)
  expect(await threadOf(note)).toMatchObject([{ deleted: true, body: null, replies: { items: [{ id: leaf.id }] } }])
  await addsUp(note)
  await remove(await again(reader), leaf)
  t.setTime(new Date(Date.now() + 70 * day))
  await eraseOld()
  await eraseOld()
  expect(await t.platform.db.many(sql`select id from interactions.comments where subject_id = ${note}`)).toEqual([])
})
