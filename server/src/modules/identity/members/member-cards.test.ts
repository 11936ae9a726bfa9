import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/app.ts'
import type { IdentityApi } from '../index.ts'

let app: TestApp
let identity: IdentityApi
beforeAll(async () => {
  app = await testApp()
  identity = app.instance.parts.get('identity')?.api as IdentityApi
})
afterAll(() => app.close())

it('cards show a renamed member under the new name at once; unknown ids are absent', async () => {
  const member = await app.signUp('cardbefore')
  const unknown = 'mem_01arz3ndektsv4rrffq69g5fav'
  const card = async () => Object.fromEntries(await identity.cards([member.id, null, unknown, member.id]))
  expect(await card()).toEqual({
    [member.id]: { id: member.id, nickname: 'cardbefore', avatarUrl: null, status: 'active' },
  })
  const { version } = (await member.get('/api/me')).body
  await member.patch('/api/me', { nickname: 'cardafter' }, { 'if-match': String(version) })
  expect((await card())[member.id]?.nickname).toBe('cardafter')
})

it('members are found by nickname ignoring case, former names are not', async () => {
  const member = await app.signUp('mentioned')
  const { version } = (await member.get('/api/me')).body
  const other = await app.signUp('stays')
  await member.patch('/api/me', { nickname: 'mentionednow' }, { 'if-match': String(version) })
  const found = await identity.idsOfNicknames(['MentionedNow', 'mentioned', 'stays', 'nobody'])
  expect(Object.fromEntries(found)).toEqual({ MentionedNow: member.id, stays: other.id })
})

it('twenty warm cards cost less than fifty microseconds', async () => {
  const members = await Promise.all(Array.from({ length: 20 }, () => app.signUp()))
  const ids = members.map(({ id }) => id)
  await identity.cards(ids)
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 20; round++) {
    const startedAt = performance.now()
    for (let n = 0; n < 100; n++) await identity.cards(ids)
    best = Math.min(best, ((performance.now() - startedAt) / 100) * 1000)
  }
  expect(best).toBeLessThan(50)
})
