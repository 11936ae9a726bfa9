import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestMember } from '../../../../test/app.ts'
import { compose, type Instance } from '../../../compose.ts'
import { done, publish, type TestCommunity, testCommunity } from '../community-for-tests.ts'

let t: TestCommunity
let second: Instance
let member: TestMember
beforeAll(async () => {
  t = await testCommunity()
  const { host = '', port = 0, user = '', database = '' } = t.platform.db.pool.options
  second = await compose({ config: t.platform.config, database: { host, port, user, database }, rateLimits: false })
  await second.app.ready()
  member = await t.signUp()
})
afterAll(async () => {
  await second.stop()
  await t.close()
})

const input = { title: '제목', body: '본문' }

test('of two posts on two nodes one is taken, the other told when to come again', async () => {
  const board = await t.board('discussion', { slowModeS: 60 })
  const [here, there] = await Promise.all([
    member.post(`/api/boards/${board}/posts`, input),
    second.app.inject({
      method: 'POST',
      url: `/api/boards/${board}/posts`,
      headers: { authorization: `Bearer ${member.token}` },
      payload: input,
    }),
  ])
  expect([here.status, there.statusCode].sort()).toEqual([201, 429])
  const retryAfter = here.status === 429 ? here.headers['retry-after'] : there.headers['retry-after']
  expect(Number(retryAfter)).toBeGreaterThan(50)
  expect((await t.guest.get(`/api/boards/${board}/posts`)).body.items).toHaveLength(1)
  expect((await member.post(`/api/boards/${board}/posts`, input)).body.code).toBe('community-slow-mode')
})

test('others do not wait for a member, moderators not at all, and the time ends', async () => {
  const board = await t.board('discussion', { slowModeS: 60 })
  await publish(member, board)
  await publish(await t.signUp(), board)
  const moderator = await t.moderator()
  await publish(moderator, board)
  await publish(moderator, board)
  t.setTime(new Date(Date.now() + 61_000))
  done(await member.post(`/api/boards/${board}/posts`, input), 201)
  t.setTime()
})
