import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestMember, testApp } from '../../../../test/app.ts'
import { changeNote, createNotes, notesModule, publishNote } from '../../../../test/notes.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { sql } from '../../../platform/database.ts'
import { react, takeReactionBack } from './react.ts'

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

const eventsOf = async (id: string) =>
  (
    await t.platform.db.many<{ data: { from: unknown; to: unknown } }>(sql`
    select data from events.outbox where key = ${id} and type = 'interactions.reaction-changed.v1'
    union all select data from events.log where key = ${id} and type = 'interactions.reaction-changed.v1'`)
  ).map(({ data }) => `${data.from}>${data.to}`)

test('a reaction is set, set again without a trace, switched in one step and taken back', async () => {
  const id = await publishNote(t.platform, author.id)
  const path = `/api/subjects/${id}/reaction`
  expect((await reader.put(path, { kind: 'like' })).body).toEqual({ reaction: 'like', likes: 1, dislikes: 0 })
  const again = await reader.put(path, { kind: 'like' })
  expect([again.status, again.body]).toEqual([200, { reaction: 'like', likes: 1, dislikes: 0 }])
  expect((await reader.put(path, { kind: 'dislike' })).body).toEqual({ reaction: 'dislike', likes: 0, dislikes: 1 })
  expect((await reader.get(`/api/subjects/${id}`)).body.own.reaction).toBe('dislike')
  expect((await reader.delete(path)).status).toBe(204)
  expect((await reader.delete(path)).status).toBe(204)
  expect((await t.guest.get(`/api/subjects/${id}`)).body).toMatchObject({ likes: 0, dislikes: 0 })
  expect((await eventsOf(id)).sort()).toEqual(['dislike>null', 'like>dislike', 'null>like'])
})

test('a guest is told to sign in, and nothing is stored', async () => {
  const id = await publishNote(t.platform, author.id)
  expect((await t.guest.put(`/api/subjects/${id}/reaction`, { kind: 'like' })).status).toBe(401)
  expect((await t.guest.get(`/api/subjects/${id}`)).body.likes).toBe(0)
})

test('what may not be seen, is locked or takes no such reaction refuses one', async () => {
  const like = { kind: 'like' }
  const hidden = await publishNote(t.platform, author.id, { audience: [`member:${author.id}`] })
  expect((await reader.put(`/api/subjects/${hidden}/reaction`, like)).status).toBe(404)
  expect((await reader.put(`/api/subjects/${t.platform.ids.next('nte')}/reaction`, like)).status).toBe(404)
  const plain = await publishNote(t.platform, author.id, { reactions: ['like'] })
  expect((await reader.put(`/api/subjects/${plain}/reaction`, { kind: 'dislike' })).body.code).toBe(
    'interactions-kind-off',
  )
  expect((await reader.put(`/api/subjects/${plain}/reaction`, like)).status).toBe(200)
  const locked = await publishNote(t.platform, author.id)
  await reader.put(`/api/subjects/${locked}/reaction`, like)
  await changeNote(t.platform, locked, { locked: true })
  const late = await reader.put(`/api/subjects/${locked}/reaction`, { kind: 'dislike' })
  expect([late.status, late.body.code]).toEqual([409, 'interactions-locked'])
  expect((await reader.delete(`/api/subjects/${locked}/reaction`)).status).toBe(204)
})

test('nobody reacts to an own subject, of any kind', async () => {
  const kinds = t.platform.subjects.kinds().filter(({ reactions }) => reactions.length)
  expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['comment', 'note']))
  for (const { kind, prefix } of kinds) {
    const id = t.platform.ids.next(prefix)
    await t.platform.db.run(sql`
      insert into platform.subjects (id, kind, author_id, audience, state, version, title, excerpt, created_at, updated_at,
        active_at)
      values (${id}, ${kind}, ${author.id}, '{public}', 'living', 1, '', '', now(), now(), now())`)
    const { status, body } = await author.put(`/api/subjects/${id}/reaction`, { kind: 'like' })
    expect([kind, status, body.code]).toEqual([kind, 422, 'interactions-own-subject'])
  }
})

test('own reactions are listed newest first, by kind, and what was deleted is left out', async () => {
  const [first, second, third] = await Promise.all([1, 2, 3].map(() => publishNote(t.platform, author.id)))
  const one = await t.signUp()
  for (const id of [first, second, third]) await one.put(`/api/subjects/${id}/reaction`, { kind: 'like' })
  await one.put(`/api/subjects/${second}/reaction`, { kind: 'dislike' })
  await changeNote(t.platform, third ?? '', { state: 'deleted' })
  const ids = async (query = '') =>
    (await one.get(`/api/me/reactions${query}`)).body.items.map(
      ({ subject }: { subject: { id: string } }) => subject.id,
    )
  expect(await ids()).toEqual([second, first])
  expect(await ids('?reaction=like')).toEqual([first])
})

test('after 200 members toggled 50 times each in parallel, the counters are the rows', {
  timeout: 120_000,
}, async () => {
  const note = await publishNote(t.platform, author.id)
  const { body: comment } = await author.post(`/api/subjects/${note}/comments`, { body: '댓글' })
  const members = Array.from(
    { length: 200 },
    (): Actor => ({
      kind: 'member',
      id: t.platform.ids.next('mem'),
      roles: [],
      locale: 'ko',
      address: '',
    }),
  )
  let seed = 42
  const random = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 1
    return seed % below
  }
  const toggles = members.flatMap((member) =>
    Array.from({ length: 50 }, () => ({ member, kind: random(3), on: random(2) })),
  )
  await Promise.all(
    toggles.map(({ member, kind, on }) => {
      const id = on ? note : comment.id
      if (kind === 0) return takeReactionBack(t.platform, member, id)
      return react(t.platform, member, id, kind === 1 ? 'like' : 'dislike')
    }),
  )
  for (const id of [note, comment.id]) {
    const rows = await t.platform.db.one(sql`
      select count(*) filter (where kind = 'like') as likes, count(*) filter (where kind = 'dislike') as dislikes
      from interactions.reactions where subject_id = ${id}`)
    const { body } = await t.guest.get(`/api/subjects/${id}`)
    expect({ likes: body.likes, dislikes: body.dislikes }).toEqual(rows)
    expect(body.likes).toBeGreaterThan(10)
    const lastSaid = () =>
      t.platform.db.one(sql`
        select (data->>'likes')::int as likes, (data->>'dislikes')::int as dislikes from events.log
        where key = ${id} and type = 'interactions.reaction-changed.v1' order by position desc limit 1`)
    await expect.poll(lastSaid).toEqual(rows)
  }
  const server = await t.platform.db.one(sql`
    select deadlocks from pg_stat_database where datname = current_database()`)
  expect(server).toEqual({ deadlocks: 0 })
})
