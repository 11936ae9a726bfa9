import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestMember, testApp } from '../../../../test/app.ts'
import { createNotes, notesModule, publishNote } from '../../../../test/notes.ts'
import { sql } from '../../../platform/database.ts'

let t: TestApp
let author: TestMember
let named: TestMember
let outsider: TestMember

beforeAll(async () => {
  t = await testApp({ also: [notesModule] })
  await createNotes(t.platform)
  author = await t.signUp()
  named = await t.signUp('한지호')
  outsider = await t.signUp('이준서')
})
afterAll(() => t.close())

const toldOf = async (id: string) =>
  (
    await t.platform.db.many<{ memberId: string }>(sql`
      select data->>'memberId' as "memberId" from events.log
      where key = ${id} and type = 'interactions.member-mentioned.v1' order by position`)
  ).map(({ memberId }) => memberId)

/** Whatever was said before this has been heard. */
const settled = async () => {
  const marker = await publishNote(t.platform, author.id, { text: '@한지호 표시' })
  await expect.poll(() => toldOf(marker)).toEqual([named.id])
}

test('a name in a comment becomes its member: told once, shown with the comment, also with a particle behind it', async () => {
  const note = await publishNote(t.platform, author.id)
  const { body } = await author.post(`/api/subjects/${note}/comments`, { body: '@한지호님께 물어봐요. `@이준서`' })
  await expect.poll(() => toldOf(body.id)).toEqual([named.id])
  const view = (await t.guest.get(`/api/comments/${body.id}`)).body
  expect(view.mentions).toMatchObject([{ nickname: '한지호', member: { id: named.id } }])
  await author.patch(`/api/comments/${body.id}`, { body: '@한지호 @이준서 고침' }, { 'if-match': '1' })
  await expect.poll(() => toldOf(body.id)).toEqual([named.id, outsider.id])
})

test('one who may not see the subject is not told, nor is the writer, nor a name that is nobody’s', async () => {
  const note = await publishNote(t.platform, author.id, {
    audience: [`member:${author.id}`, `member:${named.id}`],
    text: `@이준서 @한지호 @${author.nickname} @아무도아님`,
  })
  const comment = await author.post(`/api/subjects/${note}/comments`, { body: '@이준서 님' })
  await settled()
  expect(await toldOf(note)).toEqual([named.id])
  expect(await toldOf(comment.body.id)).toEqual([])
})

test('ten are told of one text at most', async () => {
  const members: TestMember[] = []
  for (let n = 0; n < 11; n++) members.push(await t.signUp(`이름${n}번째`))
  const note = await publishNote(t.platform, author.id, {
    text: members.map(({ nickname }) => `@${nickname}`).join(' '),
  })
  await settled()
  expect(await toldOf(note)).toEqual(members.slice(0, 10).map(({ id }) => id))
})
