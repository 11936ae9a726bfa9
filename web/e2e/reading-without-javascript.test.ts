import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { TestMember } from '../../server/test/app.ts'
import { asked, type Stage, stage, type Written, written } from './stage-for-tests.ts'
import { follow, heading } from './steps-for-tests.ts'
import { patient, type Visitor, visitor } from './visitor-for-tests.ts'

vi.setConfig(patient)

let on: Stage
let author: TestMember
let post: Written
let question: Written
beforeAll(async () => {
  on = await stage()
  author = await on.t.signUp('박서윤')
  for (let n = 1; n <= 21; n++) await written(author, 'free', { title: `동네 소식 ${n}호`, body: `소식지 ${n}` })
  post = await written(author, 'free', { title: '마당을 쓰는 법', body: '빗자루는 **대나무**가 좋아요.' })
  await author.post(`/api/subjects/${post.id}/comments`, { body: '싸리도 좋아요' })
  question = await asked(author, { title: '낙엽은 언제 쓸까요?', body: '아침이 좋을까요?' })
  await on.admin.post(`/api/posts/${question.id}/answers`, { body: '이슬이 마른 뒤에요.' })
})
afterAll(() => on.t.close())

const guest = (): Promise<Visitor> => visitor(on.url, { javaScriptEnabled: false })

test('a guest without JavaScript reads from the front page to a post with its comments', async () => {
  const { page, open, words } = await guest()
  await open('/')
  await heading(page, words.activity('front-heading', { name: '마당' })).waitFor()
  await follow(page, post.title)
  await heading(page, post.title).waitFor()
  await page.locator('strong', { hasText: '대나무' }).waitFor()
  await page.getByText('싸리도 좋아요').waitFor()
  await follow(page, words.ui('sign-in-to-comment'))
  await heading(page, words.identity('welcome-back')).waitFor()
})

test('a guest without JavaScript reads a board to its last page', async () => {
  const { page, open, words } = await guest()
  await open('/boards')
  await follow(page, '자유')
  await page.getByRole('link', { name: '동네 소식 21호' }).waitFor()
  expect(await page.getByRole('link', { name: '동네 소식 1호' }).count()).toBe(0)
  await follow(page, words.ui('more'))
  await page.getByRole('link', { name: '동네 소식 1호' }).waitFor()
  expect(await page.getByRole('link', { name: words.ui('more') }).count()).toBe(0)
})

test('a guest without JavaScript reads a question with its answers', async () => {
  const { page, open, words } = await guest()
  await open('/questions')
  await follow(page, question.title)
  const answer = page.getByRole('region', { name: words.community('answer-of', { name: '마당지기' }) })
  await answer.getByText('이슬이 마른 뒤에요.').waitFor()
})

test('a guest without JavaScript searches, and nothing that needs it is in the way', async () => {
  const { page, open, words } = await guest()
  await open('/')
  const box = page.getByRole('main').getByRole('combobox').or(page.getByRole('main').getByRole('searchbox'))
  await box.fill('대나무 빗자루')
  await box.press('Enter')
  await heading(page, words.search('results')).waitFor()
  await follow(page, post.title)
  await heading(page, post.title).waitFor()
  expect(await page.locator('.js-only:visible').count()).toBe(0)
})
