import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Stage, stage, written } from './stage-for-tests.ts'
import { follow, heading, press } from './steps-for-tests.ts'
import { patient, visitor } from './visitor-for-tests.ts'

vi.setConfig(patient)

let on: Stage
beforeAll(async () => {
  on = await stage()
})
afterAll(() => on.t.close())

test.each(['/nothing/here', '/posts/pst_00000000000000000000000000', '/boards/none', '/members/없는사람'])(
  '%s is answered 404, with a way on',
  async (path) => {
    const { page, open, words } = await visitor(on.url, { refusals: [404] })
    const answer = page.waitForResponse((one) => one.request().isNavigationRequest())
    await open(path)
    expect((await answer).status()).toBe(404)
    await heading(page, words.app('refused-404')).waitFor()
    await follow(page, words.app('to-home'))
    await heading(page, words.activity('front-heading', { name: '마당' })).waitFor()
  },
)

test('the console is closed to members, and answers 403', async () => {
  const someone = await visitor(on.url, { refusals: [403] })
  await someone.enter(await on.t.signUp())
  const answer = await someone.page.goto('/console')
  expect(answer?.status()).toBe(403)
  await heading(someone.page, someone.words.app('refused-403')).waitFor()
})

test('a post that was deleted meanwhile says so to who follows an old link', async () => {
  const reader = await visitor(on.url, { refusals: [404, 410] })
  const post = await written(on.admin, 'free', { title: '곧 지울 글', body: '…' })
  await reader.open('/boards/free')
  await on.admin.delete(`/api/posts/${post.id}`)
  await follow(reader.page, post.title)
  await heading(reader.page, reader.words.app('refused-404')).waitFor()
})

/** Follows the link to the board, and the API answers like this. */
async function refusedBoard(status: number, headers: Record<string, string> = {}) {
  const guest = await visitor(on.url, { refusals: [status] })
  const { page, open } = guest
  await page.route('**/api/boards/free', (route) =>
    route.fulfill({
      status,
      headers,
      contentType: 'application/problem+json',
      body: JSON.stringify({ status, code: 'planted', title: '' }),
    }),
  )
  await open('/boards')
  await follow(page.getByRole('main'), '자유')
  return guest
}

test('who asks too much is told how long to wait, and goes on after it', async () => {
  const { page, words } = await refusedBoard(429, { 'retry-after': '2' })
  await heading(page, words.app('refused-429')).waitFor()
  await page.getByRole('button', { name: words.app('try-again-in', { seconds: 1 }) }).waitFor()
  await press(page, words.app('try-again'))
  await heading(page, '자유').waitFor()
})

test('a page that could not be drawn is opened again by a button', async () => {
  const { page, words } = await refusedBoard(500)
  await heading(page, words.app('refused-500')).waitFor()
  await press(page, words.app('try-again'))
  await heading(page, '자유').waitFor()
})

test('what is gone may be looked for', async () => {
  const { page, words } = await refusedBoard(410)
  await heading(page, words.app('refused-410')).waitFor()
  await follow(page.getByRole('main'), words.app('search'))
  await page
    .getByRole('dialog', { name: words.habits('palette') })
    .locator('input:focus')
    .waitFor()
})

test('a page that is opened without a connection comes by itself when it is back', async () => {
  const { page, words, open, context } = await visitor(on.url, { goesOffline: true })
  await open('/boards')
  await page.mouse.move(10, 10)
  await page.waitForLoadState('networkidle')
  const link = page.getByRole('main').getByRole('link', { name: '자유', exact: true })
  await page.route('**/api/boards/free', (route) => route.abort())
  await context.setOffline(true)
  await link.click()
  await page
    .getByRole('heading', { level: 1 })
    .filter({ hasText: words.app('refused-0') })
    .waitFor()
  await context.setOffline(false)
  await heading(page, '자유').waitFor()
})
