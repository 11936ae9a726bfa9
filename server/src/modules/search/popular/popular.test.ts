import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestMember, testApp } from '../../../../test/app.ts'
import { createNotes, notesModule, publishNote } from '../../../../test/notes.ts'
import { sql } from '../../../platform/database.ts'

let t: TestApp
let members: TestMember[]
let now = new Date('2026-11-20T10:00:00+09:00')

beforeAll(async () => {
  t = await testApp({ also: [notesModule] })
  await createNotes(t.platform)
  members = await Promise.all([t.signUp(), t.signUp(), t.signUp()])
  for (const title of ['사과 농장', '바나나 나무', '포도 송이'])
    await publishNote(t.platform, members[0]?.id ?? '', { title })
})
afterAll(() => t.close())

/** Half a minute later: what was kept in memory is read anew. */
async function popular() {
  now = new Date(now.getTime() + 30_000)
  t.setTime(now)
  return (await t.guest.get('/api/search/popular')).body.items
}
const timesOf = async (text: string) =>
  (
    await t.platform.db.one<{ n: number }>(
      sql`select coalesce(sum(times), 0)::int as n from search.asked where text = ${text}`,
    )
  )?.n

test('one POST counts once, paging, preview and suggestions never', async () => {
  t.setTime(now)
  const [one, two] = members
  await one?.post('/api/searches', { q: '사과' })
  await two?.post('/api/searches', { q: ' 사과 ' })
  await t.guest.post('/api/searches', { q: '바나나' })
  for (const path of ['/api/search?q=포도', '/api/search/preview?q=포도', '/api/search/suggestions?q=포도'])
    expect((await t.guest.get(encodeURI(path))).status).toBe(200)
  expect(await popular()).toEqual([
    { text: '사과', before: null },
    { text: '바나나', before: null },
  ])
  expect(await timesOf('포도')).toBe(0)
})

test('the same Idempotency-Key counts once, and one actor ten times a day', async () => {
  const [one] = members
  for (let n = 0; n < 3; n++) await one?.post('/api/searches', { q: '포도' }, { 'idempotency-key': 'once' })
  expect(await timesOf('포도')).toBe(1)
  for (let n = 0; n < 15; n++) await one?.post('/api/searches', { q: '포도' })
  expect(await timesOf('포도')).toBe(10)
})

test('a word that finds nothing public is not shown', async () => {
  await publishNote(t.platform, members[0]?.id ?? '', { title: '수박 비밀', audience: [`member:${members[0]?.id}`] })
  for (const member of members) for (let n = 0; n < 5; n++) await member.post('/api/searches', { q: '수박' })
  expect((await popular()).map(({ text }: { text: string }) => text)).not.toContain('수박')
})

test('at midnight of the instance the list begins anew and tells yesterday’s places', async () => {
  now = new Date('2026-11-20T23:59:00+09:00')
  expect((await popular())[0]).toMatchObject({ text: '포도' })
  now = new Date('2026-11-21T00:00:00+09:00')
  expect(await popular()).toEqual([])
  await t.guest.post('/api/searches', { q: '사과' })
  expect(await popular()).toEqual([{ text: '사과', before: 2 }])
})

test('actors are stored as a hash that changes every day', async () => {
  const rows = await t.platform.db.many<{ actor: string }>(
    sql`select distinct actor from search.asked where text = '사과'`,
  )
  expect(rows.length).toBe(3)
  for (const { actor } of rows) for (const { id } of members) expect(actor).not.toContain(id)
})
