import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { compose } from '../../server/src/compose.ts'
import type { DatabaseAddress } from '../../server/src/platform/database.ts'
import { relayTo } from './relay-for-tests.ts'
import { asked, type Stage, stage, type Written, written } from './stage-for-tests.ts'
import { heading, press } from './steps-for-tests.ts'
import { desk, patient, phone, visitor } from './visitor-for-tests.ts'

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

/** Holds the page's live stream back; `asks` resolves once it is wanted, `release` lets it through. */
async function holdStream(page: Page) {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const asks = page.waitForRequest((request) => request.url().includes('/api/live?'))
  await page.route('**/api/live?*', async (route) => {
    await held
    await route.continue()
  })
  return { asks, release }
}

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

test('an answer that is written before the stream of its page is open is announced once it is', async () => {
  const question = await asked(on.admin, { title: '물이 끓지 않아요', body: '한 시간째예요.' })
  const member = await on.t.signUp()
  const { page, open, words } = await visitor(on.url)
  const { asks, release } = await holdStream(page)
  await open(question.link)
  await asks
  expect((await member.post(`/api/posts/${question.id}/answers`, { body: '불을 켜 보세요.' })).status).toBe(201)
  const waiting = page.getByRole('button', { name: words.community('new-answers') })
  expect(await waiting.count()).toBe(0)
  const none = page.getByText(words.community('no-answers'))
  expect(await none.count()).toBe(1)
  release()
  await waiting.waitFor()
  expect(await none.count()).toBe(0)
  await waiting.click()
  await page.getByText('불을 켜 보세요.').waitFor()
})

test('a page whose session expired meanwhile refreshes it and is live again', async () => {
  const question = await asked(on.admin, { title: '오래 열어 둔 질문', body: '한참 뒤에요.' })
  const [reader, member] = [await on.t.signUp(), await on.t.signUp()]
  const { page, open, words, enter } = await visitor(on.url, { refusals: [401] })
  await enter(reader)
  const { asks, release } = await holdStream(page)
  await open(question.link)
  await asks
  expect((await member.post(`/api/posts/${question.id}/answers`, { body: '한참 뒤의 답.' })).status).toBe(201)
  on.t.setTime(new Date(Date.now() + 20 * 60_000))
  onTestFinished(() => on.t.setTime())
  const refused = page.waitForResponse((answer) => answer.url().includes('/api/live?') && answer.status() === 401)
  release()
  await refused
  await page.getByRole('button', { name: words.community('new-answers') }).click({ timeout: 40_000 })
  await page.getByText('한참 뒤의 답.').waitFor()
})

test('a page that is come back to is told what happened while nobody looked at it', async () => {
  const question = await asked(on.admin, { title: '돌아와서 볼 질문', body: '잠시 뒤에요.' })
  const member = await on.t.signUp()
  const { page, open, words } = await visitor(on.url)
  await open(question.link)
  await page
    .getByRole('link', { name: words.activity('home'), exact: true })
    .first()
    .click()
  await page.waitForURL(on.url)
  expect((await member.post(`/api/posts/${question.id}/answers`, { body: '그사이에 썼어요.' })).status).toBe(201)
  await page.goBack()
  await page.getByRole('button', { name: words.community('new-answers') }).click()
  await page.getByText('그사이에 썼어요.').waitFor()
})

test('what happens while the stream is broken is announced when it is back, though the server is another one by then', async () => {
  const question = await asked(on.admin, { title: '끊긴 사이의 질문', body: '들리나요?' })
  const member = await on.t.signUp()
  const { config, db } = on.t.platform
  const next = await compose({
    config: { ...config, roles: ['web'] },
    database: db.pool.options as DatabaseAddress,
    rateLimits: false,
  })
  const way = await relayTo(on.url)
  onTestFinished(async () => {
    way.close()
    await next.stop()
  })
  const { page, open, words } = await visitor(way.url, { goesOffline: true })
  const hearing = hears(page)
  await open(question.link)
  await hearing
  way.cut()
  expect((await member.post(`/api/posts/${question.id}/answers`, { body: '끊긴 사이에 썼어요.' })).status).toBe(201)
  await next.start()
  way.leadTo(await next.app.listen({ port: 0, host: '127.0.0.1' }))
  await page.getByRole('button', { name: words.community('new-answers') }).click({ timeout: 60_000 })
  await page.getByText('끊긴 사이에 썼어요.').waitFor()
})

for (const [width, device] of [
  ['a desk', desk],
  ['a phone', phone],
] as const)
  for (const who of ['a guest', 'a member'] as const)
    test(`new posts wait above what ${who} sees at home on ${width}, and are shown at its top when asked for`, async () => {
      const title = `${who} on ${width}`
      for (let n = 1; n <= 6; n++)
        await written(on.admin, 'free', { title: `${title}: 이미 있는 글 ${n}`, body: '오래된 이야기.' })
      const { page, open, enter, words } = await visitor(on.url, device)
      if (who === 'a member') await enter(await on.t.signUp())
      const hearing = hears(page)
      await open('/')
      await hearing
      await page
        .getByRole('main')
        .getByRole('link', { name: `${title}: 이미 있는 글 1` })
        .first()
        .scrollIntoViewIfNeeded()
      await written(on.admin, 'free', { title: `${title}: 갓 올라온 글`, body: '방금이에요.' })
      const waiting = page.getByRole('button', { name: words.activity('new-posts', { n: 1 }) })
      await waiting.waitFor()
      const fresh = page.getByRole('main').getByRole('link', { name: `${title}: 갓 올라온 글` })
      expect(await fresh.count()).toBe(0)
      await waiting.click()
      await fresh.waitFor()
      await waiting.waitFor({ state: 'detached' })
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(0)
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    })
