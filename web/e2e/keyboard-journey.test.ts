import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { password, type TestMember } from '../../server/test/app.ts'
import { keyboardOf } from './keyboard-for-tests.ts'
import { type Stage, stage, type Written, written } from './stage-for-tests.ts'
import { heading } from './steps-for-tests.ts'
import { patient, visitor } from './visitor-for-tests.ts'

vi.setConfig(patient)

let on: Stage
let member: TestMember
let post: Written
beforeAll(async () => {
  on = await stage()
  member = await on.t.signUp('이한결')
  post = await written(on.admin, 'free', { title: '감나무 가지치기', body: '겨울이 지나면 한다.', tags: ['텃밭'] })
})
afterAll(() => on.t.close())

const asked = { title: '거름은 언제 주나요?', body: '봄에 주면 늦나요?' }

test('a member does without a pointer: signs in, finds, opens, likes, keeps, comments, asks, accepts, signs out', async () => {
  // Rings are there at once: they need not be waited for.
  const someone = await visitor(on.url, { reducedMotion: 'reduce' })
  const { page, words, open } = someone
  const { app, activity, community, habits, identity, ui } = words
  const keys = await keyboardOf(someone)
  const main = page.getByRole('main')
  const begun = (title: string) => page.locator('h1:focus', { hasText: title }).waitFor()
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const called = async (text: string) => {
    await keys.press('Control+k')
    await page
      .getByRole('dialog', { name: habits('palette') })
      .locator('input:focus')
      .waitFor()
    await keys.type(text)
  }

  await open('/')
  await keys.use(page.getByRole('banner').getByRole('link', { name: app('sign-in') }))
  await begun(identity('welcome-back'))
  await keys.reach(page.getByLabel(identity('email')))
  await keys.type(member.email)
  await keys.reach(page.getByLabel(identity('password')))
  await keys.type(password)
  await keys.press('Enter')
  await page.getByText(activity('ask-bar', { name: member.nickname })).waitFor()

  await called('가지치기')
  await page.getByRole('option', { name: post.title }).waitFor()
  await keys.press('Control+Enter')
  await page.waitForURL('**/search?q=*')
  await keys.use(main.getByRole('link', { name: post.title }))
  await begun(post.title)

  const acts = page.locator('.acts').first()
  const like = acts.getByRole('button', { name: ui('like') })
  await keys.use(like, 'Space')
  await acts.getByRole('button', { name: ui('like'), pressed: true }).waitFor()
  await keys.use(acts.getByRole('button', { name: ui('bookmark') }), 'Space')
  await acts.getByRole('button', { name: ui('bookmark'), pressed: true }).waitFor()
  await keys.reach(page.getByRole('textbox', { name: ui('comment-write') }))
  await keys.type('덕분에 알았어요.')
  await keys.use(button(ui('comment-submit')))
  await page.getByRole('article', { name: member.nickname }).getByText('덕분에 알았어요.').waitFor()

  const rail = page.getByRole('navigation', { name: app('places'), exact: true })
  await keys.use(rail.getByRole('link', { name: 'Q&A' }), 'Enter', 'back')
  await begun(community('questions'))
  await keys.use(main.getByRole('link', { name: community('ask'), exact: true }))
  await begun(community('ask'))
  await keys.reach(page.getByLabel(community('title')))
  await keys.type(asked.title)
  await keys.reach(page.getByLabel(community('category')))
  await keys.press('ArrowDown')
  await keys.reach(page.getByRole('textbox', { name: community('body') }))
  await keys.type(asked.body)
  const follows = page.waitForResponse((answer) => /\/api\/live\?subjects=[^&]*pst_/.test(answer.url()))
  await keys.use(button(community('publish')))
  await begun(asked.title)
  await follows

  const id = /(pst_\w+)/.exec(page.url())?.[1]
  expect((await on.admin.post(`/api/posts/${id}/answers`, { body: '가을이 더 좋아요.' })).status).toBe(201)
  await keys.use(button(community('new-answers')))
  const given = page.getByRole('region', { name: community('answer-of', { name: on.admin.nickname }) })
  await keys.use(given.getByRole('button', { name: community('accept'), exact: true }))
  await given.getByText(community('accepted-by-asker')).waitFor()

  await called(habits('act-sign-out'))
  await page.getByRole('option', { name: habits('act-sign-out'), selected: true }).waitFor()
  await keys.press('Enter')
  await heading(page, activity('front-heading', { name: '마당' })).waitFor()
  expect(keys.pointed()).toBe(0)
})
