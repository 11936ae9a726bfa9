import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { TestMember } from '../../server/test/app.ts'
import { type Stage, stage, type Written, written } from './stage-for-tests.ts'
import { press, told } from './steps-for-tests.ts'
import { patient, type Visitor, visitor } from './visitor-for-tests.ts'

vi.setConfig(patient)

let on: Stage
let reader: TestMember
let post: Written
beforeAll(async () => {
  on = await stage()
  reader = await on.t.signUp('읽는이')
  post = await written(on.admin, 'free', { title: '지하철에서 읽는 글', body: '터널이 길어요.' })
})
afterAll(() => on.t.close())

/** At a page that knows already what it will have to say without a connection. */
async function at(path: string): Promise<Visitor> {
  const someone = await visitor(on.url, { goesOffline: true })
  await someone.enter(reader)
  await someone.open(path)
  await someone.page.mouse.move(200, 300)
  await someone.page.waitForLoadState('networkidle')
  return someone
}
const banner = ({ page }: Visitor) => page.locator('#banners')

test('what is written without a connection is kept, counted, and sent when it is back', async () => {
  const someone = await at('/write?to=free')
  const { page, words, context } = someone
  await context.setOffline(true)
  await banner(someone).getByText(words.habits('offline-text')).waitFor()
  await page.getByLabel(words.community('title')).fill('터널에서 쓴 글')
  await banner(someone)
    .getByText(words.habits('offline-unsent', { n: 1 }))
    .waitFor()
  await page.getByText(/임시 저장했어요/).waitFor()
  await context.setOffline(false)
  await told(page, words.habits('sent-at-last', { n: 1 }))
  const { body } = await reader.get('/api/me/drafts')
  expect(body.items[0].content.title).toBe('터널에서 쓴 글')
  expect(await banner(someone).textContent()).toBe('')
})

test('a press waits for the connection, a comment says that it was not sent and stays', async () => {
  const someone = await at(post.link)
  const { page, words, context } = someone
  const acts = page.locator('.acts').first()
  const box = page.getByRole('textbox', { name: words.ui('comment-write') })
  await box.waitFor()
  await context.setOffline(true)
  await press(acts, words.ui('like'))
  await acts.getByRole('button', { name: words.ui('like'), pressed: true }).waitFor()
  await banner(someone)
    .getByText(words.habits('offline-unsent', { n: 1 }))
    .waitFor()
  await box.fill('터널에서 쓴 댓글')
  await press(page, words.ui('comment-submit'))
  await page.getByText(words.ui('offline-try-again')).waitFor()
  expect(await box.inputValue()).toBe('터널에서 쓴 댓글')
  await context.setOffline(false)
  await page.locator('.toast', { hasText: '보냈어요' }).waitFor()
  await expect.poll(async () => (await on.t.guest.get(`/api/posts/${post.id}`)).body.likes).toBe(1)
  await press(page, words.ui('comment-submit'))
  await page.getByRole('article', { name: '읽는이' }).getByText('터널에서 쓴 댓글').waitFor()
})

test('a live stream that does not come back is told after three seconds, and no longer once it has', async () => {
  const someone = await visitor(on.url, { goesOffline: true })
  const { page, words, context, open } = someone
  await context.route('**/api/live?*', (route) => route.abort())
  const begun = Date.now()
  await open(post.link)
  await banner(someone).getByText(words.habits('reconnecting')).waitFor()
  expect(Date.now() - begun).toBeGreaterThan(3000)
  await context.unroute('**/api/live?*')
  await banner(someone).getByText(words.habits('reconnecting')).waitFor({ state: 'detached', timeout: 40_000 })
  expect(await page.locator('.toast').count()).toBe(0)
})
