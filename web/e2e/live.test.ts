import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Stage, stage, type Written, written } from './stage-for-tests.ts'
import { heading, press } from './steps-for-tests.ts'
import { patient, visitor } from './visitor-for-tests.ts'

vi.setConfig(patient)

let on: Stage
let post: Written
beforeAll(async () => {
  on = await stage()
  post = await written(on.admin, 'free', { title: '함께 보는 글', body: '여기서 이야기해요.' })
})
afterAll(() => on.t.close())

/** Resolves when the page's stream is open: from then on nothing is missed. */
const hears = (page: Page) => page.waitForResponse((answer) => answer.url().includes('/api/live?'))

test("what one member writes reaches another's open tabs by one stream a browser", async () => {
  const writer = await visitor(on.url)
  await writer.enter(await on.t.signUp('쓰는이'))
  await writer.open(post.link)
  const reader = await visitor(on.url)
  const streams: string[] = []
  reader.context.on('request', (request) => {
    if (request.url().includes('/api/live?')) streams.push(request.url())
  })
  const { ui } = reader.words
  const second = await reader.tab()
  const open = hears(reader.page)
  await reader.open(post.link)
  await open
  await reader.open(post.link, second)

  await writer.page.getByRole('textbox', { name: ui('comment-write') }).fill('방금 쓴 댓글')
  await press(writer.page, ui('comment-submit'))
  await writer.page.getByRole('article', { name: '쓰는이' }).waitFor()
  expect(await writer.page.getByRole('button', { name: ui('new-comments') }).count()).toBe(0)

  for (const tab of [reader.page, second]) {
    await heading(tab, ui('comments-count', { n: 1 })).waitFor()
    await press(tab, ui('new-comments'))
    await tab.getByRole('article', { name: '쓰는이' }).getByText('방금 쓴 댓글').waitFor()
  }
  expect(streams).toHaveLength(1)

  await reader.page.close()
  await press(writer.page.locator('.acts').first(), ui('like'))
  await second
    .locator('.acts')
    .first()
    .getByRole('button', { name: ui('like') })
    .first()
    .getByText('1')
    .waitFor()
  expect(streams).toHaveLength(2)
})

test('a new post waits on an open board until it is asked for', async () => {
  const { page, open, words } = await visitor(on.url)
  const hearing = hears(page)
  await open('/boards/free')
  await hearing
  await written(on.admin, 'free', { title: '갓 올라온 글', body: '따끈해요.' })
  const fresh = page.getByRole('link', { name: '갓 올라온 글' })
  const waiting = page.getByRole('button', { name: words.community('new-posts', { n: 1 }) })
  await waiting.waitFor()
  expect(await fresh.count()).toBe(0)
  await waiting.click()
  await fresh.waitFor()
})
