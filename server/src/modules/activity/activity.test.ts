import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestMember, testApp } from '../../../test/app.ts'
import { changeNote, createNotes, notesModule, publishNote } from '../../../test/notes.ts'
import { sql } from '../../platform/database.ts'

interface Act {
  id: string
  verb: string
  subject: { id: string; kind: string; title: string }
}

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

const logOf = async (member: { id: string }, by: { get: TestMember['get'] } = t.guest, query = ''): Promise<Act[]> =>
  (await by.get(`/api/members/${member.id}/activity${query}`)).body.items
const idsOf = (acts: Act[]) => acts.map(({ subject }) => subject.id)
/** Whatever was said before this stands in the logs. */
const caughtUp = async () => {
  const marker = await publishNote(t.platform, author.id)
  await expect.poll(async () => idsOf(await logOf(author)), { timeout: 10_000 }).toContain(marker)
}

test('a kind that nobody knew shows in its author’s log, and a comment on it in the commenter’s', async () => {
  const note = await publishNote(t.platform, author.id, { title: '첫 쪽지' })
  const comment = await reader.post(`/api/subjects/${note}/comments`, { body: '댓글이에요' })
  await expect
    .poll(() => logOf(author))
    .toMatchObject([
      {
        verb: 'published',
        subject: { id: note, kind: 'note', title: '첫 쪽지', link: `/notes/${note}`, author: { id: author.id } },
      },
    ])
  await expect
    .poll(() => logOf(reader))
    .toMatchObject([
      {
        verb: 'published',
        subject: { id: comment.body.id, kind: 'comment', container: { id: note, title: '첫 쪽지' } },
      },
    ])
  await reader.delete(`/api/comments/${comment.body.id}`)
  expect(await logOf(reader)).toEqual([])
  await changeNote(t.platform, note, { state: 'deleted' })
  expect(await logOf(author)).toEqual([])
  expect(await logOf(author, author)).toEqual([])
})

test('what a member likes, keeps and drafts is in nobody’s log', async () => {
  const one = await t.signUp()
  const note = await publishNote(t.platform, author.id)
  await one.put(`/api/subjects/${note}/reaction`, { kind: 'like' })
  await one.put(`/api/subjects/${note}/bookmark`, {})
  await one.put('/api/me/drafts/x', { content: { body: '글' } }, { 'if-match': '0' })
  await caughtUp()
  expect(await logOf(one)).toEqual([])
  expect(await logOf(one, one)).toEqual([])
})

test('a log is read by kind or variant, page by page, and a member hides kinds from others', async () => {
  const one = await t.signUp()
  const poem = await publishNote(t.platform, one.id, { facets: { kind: 'poem' } })
  const story = await publishNote(t.platform, one.id, { facets: { kind: 'story' } })
  const comment = (await one.post(`/api/subjects/${poem}/comments`, { body: '덧붙여요' })).body.id
  await caughtUp()
  expect(idsOf(await logOf(one))).toEqual([comment, story, poem])
  expect(idsOf(await logOf(one, t.guest, '?kind=note'))).toEqual([story, poem])
  expect(idsOf(await logOf(one, t.guest, '?kind=poem'))).toEqual([poem])
  expect(idsOf(await logOf(one, t.guest, '?kind=comment'))).toEqual([comment])
  const { body } = await t.guest.get(`/api/members/${one.id}/activity?limit=2`)
  expect(idsOf(await logOf(one, t.guest, `?limit=2&after=${body.next}`))).toEqual([poem])
  expect((await t.guest.get(`/api/members/${one.id}/activity?after=nonsense`)).status).toBe(400)

  expect((await one.get('/api/me/activity-settings')).body).toEqual({ hiddenKinds: [] })
  await one.put('/api/me/activity-settings', { hiddenKinds: ['comment', 'poem'] })
  expect(idsOf(await logOf(one))).toEqual([story])
  expect(idsOf(await logOf(one, reader))).toEqual([story])
  expect(idsOf(await logOf(one, one))).toEqual([comment, story, poem])
  expect((await t.guest.get('/api/me/activity-settings')).status).toBe(401)
})

test('a stranger’s id is not found', async () => {
  expect((await t.guest.get(`/api/members/${t.platform.ids.next('mem')}/activity`)).status).toBe(404)
  expect((await t.guest.get('/api/members/nobody/activity')).status).toBe(400)
})

test('of a thousand events twenty viewers each see exactly what they may', { timeout: 120_000 }, async () => {
  const viewers: TestMember[] = []
  for (let n = 0; n < 19; n++) viewers.push(await t.signUp())
  let seed = 7
  const random = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 1
    return (seed >> 8) % below
  }
  const books = await Promise.all(
    Array.from({ length: 6 }, async (_, n) => {
      const audience =
        n < 2 ? ['public'] : n < 3 ? ['members'] : viewers.filter(() => random(2)).map(({ id }) => `member:${id}`)
      return { id: await publishNote(t.platform, author.id, { audience }, 'nbk'), audience }
    }),
  )
  const subjects: { id: string; by: string; audience: string[] }[] = []
  for (let n = 0; n < 500; n++) {
    const by = viewers[random(19)]?.id ?? ''
    const book = books[random(books.length)]
    const own = [['public'], ['members'], [`member:${viewers[random(19)]?.id}`, `member:${by}`]][random(3)] ?? []
    const inBook = random(2) && book
    const fields = inBook ? { bookId: book.id, audience: [`as:${book.id}`] } : { audience: own }
    const state = random(10) ? 'living' : 'deleted'
    const id = await publishNote(t.platform, by, { ...fields, state })
    const audience = state === 'deleted' ? [] : inBook ? book.audience : own
    subjects.push({ id, by, audience })
    const commenter = viewers[random(19)]
    const { status, body } = (await commenter?.post(`/api/subjects/${id}/comments`, { body: '댓글' })) ?? {}
    if (status === 201) subjects.push({ id: body.id, by: commenter?.id ?? '', audience })
  }
  await caughtUp()
  const sees = (viewer: TestMember | undefined, audience: string[]) =>
    audience.includes('public') ||
    (viewer && (audience.includes('members') || audience.includes(`member:${viewer.id}`)))
  let compared = 0
  for (const viewer of [undefined, ...viewers])
    for (const { id: member } of viewers.slice(0, 5)) {
      const expected = subjects
        .filter(({ by, audience }) => by === member && sees(viewer, audience))
        .map(({ id }) => id)
      const path = `/api/members/${member}/activity?limit=100`
      const { body } = await (viewer ?? t.guest).get(path)
      expect(idsOf(body.items)).toEqual(expected.toReversed())
      compared += expected.length
    }
  expect(compared).toBeGreaterThan(1000)
})

test('dropped and rebuilt from the log alone, it is the same', async () => {
  await caughtUp()
  const { before, after, events } = await t.platform.events.rebuild('activity.acts')
  expect(events).toBeGreaterThan(500)
  expect(after).toBe(before)
  await t.platform.db.run(sql`delete from activity.acts where position % 3 = 0`)
  const repaired = await t.platform.events.rebuild('activity.acts')
  expect(repaired.before).not.toBe(before)
  expect(repaired.after).toBe(before)
})
