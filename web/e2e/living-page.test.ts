import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Stage, stage, type Written, written } from './stage-for-tests.ts'
import { follow, heading, press, told } from './steps-for-tests.ts'
import { patient, visitor } from './visitor-for-tests.ts'

vi.setConfig(patient)

let on: Stage
let post: Written
beforeAll(async () => {
  on = await stage()
  post = await written(on.admin, 'free', { title: '마당의 하루', body: '아침부터 저녁까지.' })
})
afterAll(() => on.t.close())

test('a page that comes alive asks for nothing again, and steps from it stay in the browser', async () => {
  const { page, open } = await visitor(on.url)
  const asked: string[] = []
  page.on('request', (request) => asked.push(`${request.resourceType()} ${new URL(request.url()).pathname}`))
  await open('/boards/free')
  const again = asked.filter((line) => /^(fetch|xhr) /.test(line) && !line.includes('/api/tags'))
  expect(again).toEqual([])
  await follow(page, post.title)
  await heading(page, post.title).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(post.title)
  await page.goBack()
  await page.getByRole('link', { name: post.title }).waitFor()
  expect(asked.filter((line) => line.startsWith('document'))).toHaveLength(1)
})

test('a like that is refused is taken back, and the reason is said', async () => {
  const author = await visitor(on.url, { refusals: [422] })
  await author.enter(on.admin)
  await author.open(post.link)
  const { page, words } = author
  await press(page.locator('.acts').first(), words.ui('like'))
  await told(page, '내가 쓴 것에는')
  await page
    .locator('.acts')
    .first()
    .getByRole('button', { name: words.ui('like'), pressed: false })
    .waitFor()
})

test('a guest who wants to like something is led to sign in', async () => {
  const { page, open, words } = await visitor(on.url)
  await open(post.link)
  await press(page.locator('.acts').first(), words.ui('like'))
  await heading(page, words.identity('welcome-back')).waitFor()
  expect(new URL(page.url()).searchParams.get('next')).toBe(new URL(post.link, on.url).pathname)
})

test('on the search page a title that is half typed is offered, and opened by the keyboard alone', async () => {
  const { page, open, words } = await visitor(on.url)
  await open('/search')
  await page.getByRole('combobox', { name: words.search('words') }).focus()
  await page.keyboard.type('마당의 하')
  await page.getByRole('option', { name: post.title }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('option', { name: post.title, selected: true }).waitFor()
  await page.keyboard.press('Enter')
  await heading(page, post.title).waitFor()
})
