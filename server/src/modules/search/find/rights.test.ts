import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestMember, testApp } from '../../../../test/app.ts'
import { createNotes, notePublished, notesModule, publishNote } from '../../../../test/notes.ts'
import { sql } from '../../../platform/database.ts'

let t: TestApp
let members: TestMember[]

beforeAll(async () => {
  t = await testApp({ also: [notesModule] })
  await createNotes(t.platform)
  members = await Promise.all(Array.from({ length: 6 }, () => t.signUp()))
})
afterAll(() => t.close())

/** The same numbers on every run: what fails can be repeated. */
function random(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return (state >>> 8) % below
  }
}

test('random members and random changes of audiences: hits, totals, facets and suggestions are those of brute force', async () => {
  const next = random(7)
  const ids: string[] = []
  const audienceOf = () => {
    const member = members[next(members.length)]?.id ?? ''
    return (
      [['public'], ['members'], [`member:${member}`], ['role:admin'], [`member:${member}`, 'role:moderator']][
        next(5)
      ] ?? []
    )
  }
  const books: string[] = []
  for (let n = 0; n < 4; n++)
    books.push(await publishNote(t.platform, '', { authorId: null, title: '공책', audience: audienceOf() }, 'nbk'))
  for (let n = 0; n < 40; n++) {
    const book = next(2) ? books[next(books.length)] : undefined
    ids.push(
      await publishNote(t.platform, members[next(members.length)]?.id ?? '', {
        title: `비밀스러운 낱말 ${n}`,
        tags: [`표${next(5)}`],
        bookId: book ?? null,
        audience: book ? [`as:${book}`] : audienceOf(),
      }),
    )
  }
  const change = async (id: string) => {
    await t.platform.db.transact(async (tx) => {
      await tx.run(sql`update notes.notes set audience = ${audienceOf()} where id = ${id}`)
      await t.platform.subjects.write(tx, [id])
      tx.publish(notePublished, id, { authorId: '', bookId: null })
    })
  }
  for (let step = 0; step < 60; step++) {
    const target = next(3) === 0 ? books[next(books.length)] : ids[next(ids.length)]
    if (target) await change(target)
    const member = members[next(members.length)]
    for (const caller of [t.guest, member ?? t.guest]) {
      const cards = (await caller.get(`/api/subjects?ids=${ids.join(',')}`)).body.items
      const seen = new Set<string>(cards.map(({ id }: { id: string }) => id))
      const { body } = await caller.get('/api/search?limit=100&kind=note&q=비밀스러운')
      const found = body.items.map(({ id }: { id: string }) => id)
      expect(found.toSorted(), `step ${step}`).toEqual([...seen].sort())
      expect(body.total).toBe(seen.size)
      const counted = body.facets.tag.reduce((sum: number, { count }: { count: number }) => sum + count, 0)
      expect(counted).toBe(seen.size)
      const suggested = (await caller.get('/api/search/suggestions?q=비밀스')).body.items
      expect(suggested.length > 0).toBe(seen.size > 0)
    }
  }
})

test('a guest’s kept answer is gone when the subject is closed', async () => {
  const id = await publishNote(t.platform, members[0]?.id ?? '', { title: '곧 닫힐 글' })
  const found = async () => (await t.guest.get('/api/search?q=닫힐')).body.items.length
  expect(await found()).toBe(1)
  expect(await found()).toBe(1)
  await t.platform.db.transact(async (tx) => {
    await tx.run(sql`update notes.notes set audience = array['members'] where id = ${id}`)
    await t.platform.subjects.write(tx, [id])
  })
  expect(await found()).toBe(0)
})
