import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller, TestMember } from '../../../test/app.ts'
import type { BoardSettings, PostKind } from './boards/board.ts'
import { postKinds } from './boards/board.ts'
import { done, publish, type TestCommunity, testCommunity, version } from './community-for-tests.ts'

const actors = ['guest', 'stranger', 'author', 'helper', 'tutor', 'mentor', 'moderator', 'admin'] as const
type Who = (typeof actors)[number]

interface Setting {
  audience: string[]
  settings: Partial<BoardSettings>
  locked?: boolean
}
const settings: Record<string, Setting> = {
  open: { audience: ['public'], settings: { writers: ['members'] } },
  'for members': { audience: ['members'], settings: { writers: ['members'] } },
  'for moderators': { audience: ['role:moderator'], settings: { writers: ['members'] } },
  'tutors write and answer': { audience: ['public'], settings: { writers: ['role:tutor'], answerers: ['role:tutor'] } },
  'mentors comment': { audience: ['public'], settings: { writers: ['members'], commenters: ['role:mentor'] } },
  locked: { audience: ['public'], settings: { writers: ['members'] }, locked: true },
}

const isStaff = (who: Who) => who === 'moderator' || who === 'admin'
const among = (who: Who, words: string[] = ['members']) =>
  isStaff(who) || words.includes('members') || words.includes(`role:${who}`)

/** What the specification says, in the words of a table: written apart from the program that it judges. */
function expected(kind: PostKind, { audience, settings: chosen, locked }: Setting, who: Who) {
  const sees = isStaff(who) || audience.includes('public') || (audience.includes('members') && who !== 'guest')
  const member = (otherwise: number) => (who === 'guest' ? 401 : sees ? otherwise : 404)
  const owns = who === 'author' || who === 'admin'
  return {
    read: sees ? 200 : 404,
    list: sees ? 200 : 404,
    write: member(among(who, chosen.writers) ? 201 : 403),
    answer: member(kind !== 'question' ? 422 : !among(who, chosen.answerers) ? 403 : locked ? 409 : 201),
    comment: member(!among(who, chosen.commenters) ? 403 : locked ? 409 : 201),
    react: member(who === 'author' ? 422 : locked ? 409 : 200),
    edit: member(owns ? 200 : 403),
    delete: member(owns || isStaff(who) ? 204 : 403),
    pin: who === 'guest' ? 401 : isStaff(who) ? 204 : 403,
    lock: who === 'guest' ? 401 : isStaff(who) ? 204 : 403,
  }
}

let t: TestCommunity
const callers = {} as Record<Who, Caller>
let author: TestMember
beforeAll(async () => {
  t = await testCommunity()
  author = await t.signUp()
  const withRole = async (role: string) => {
    const member = await t.signUp()
    done(await t.keeper.post(`/api/members/${member.id}/grants`, { role, reason: '시험' }), 201)
    return member
  }
  Object.assign(callers, {
    guest: t.guest,
    author,
    admin: t.keeper,
    stranger: await t.signUp(),
    helper: await t.signUp(),
  })
  for (const role of ['tutor', 'mentor', 'moderator'] as const) callers[role] = await withRole(role)
})
afterAll(() => t.close())

// what differs by kind is decided for questions and the rest: those are tried with every setting
const isTriedWith = (kind: PostKind, name: string) =>
  kind === 'question' || kind === 'discussion' || name === 'for members'
const cases = postKinds.flatMap((kind) =>
  Object.keys(settings).flatMap((name) => (isTriedWith(kind, name) ? [[kind, name] as const] : [])),
)

test.each(cases)('%s, %s: every actor may what the specification says', async (kind, name) => {
  const setting = settings[name] as Setting
  const board = await t.board(kind, { writers: ['members'] })
  const shared = await publish(author, board)
  const own = Object.fromEntries(await Promise.all(actors.map(async (who) => [who, await publish(author, board)])))
  if (setting.locked) done(await t.keeper.put(`/api/posts/${shared.id}/lock`), 204)
  const { settings: chosen, audience } = setting
  done(await t.keeper.patch(`/api/boards/${board}`, { audience, settings: chosen }, version(1)), 200)

  const found = await Promise.all(
    actors.map(async (who) => {
      const by = callers[who]
      const path = `/api/posts/${shared.id}`
      const status = async (reply: ReturnType<Caller['get']>) => (await reply).status
      return {
        who,
        read: await status(by.get(path)),
        list: await status(by.get(`/api/boards/${board}/posts`)),
        write: await status(by.post(`/api/boards/${board}/posts`, { title: '제목', body: '본문' })),
        answer: await status(by.post(`${path}/answers`, { body: '답' })),
        comment: await status(by.post(`/api/subjects/${shared.id}/comments`, { body: '댓글' })),
        react: await status(by.put(`/api/subjects/${shared.id}/reaction`, { kind: 'like' })),
        edit: await status(by.patch(`/api/posts/${own[who].id}`, { body: '바꿈' }, version(1))),
        delete: await status(by.delete(`/api/posts/${own[who].id}`)),
        pin: await status(by.put(`${path}/pin`)),
        lock: await status(by[setting.locked ? 'put' : 'delete'](`${path}/lock`)),
      }
    }),
  )
  expect(found).toEqual(actors.map((who) => ({ who, ...expected(kind, setting, who) })))
})
