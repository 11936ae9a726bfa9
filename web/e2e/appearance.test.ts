import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Stage, stage } from './stage-for-tests.ts'
import { press } from './steps-for-tests.ts'
import { patient, type Visitor, visitor } from './visitor-for-tests.ts'
import { wordsForTests } from './words-for-tests.ts'

vi.setConfig(patient)

let on: Stage
beforeAll(async () => {
  on = await stage()
})
afterAll(() => on.t.close())

/** The first tag of the page as the server sent it: what is drawn before any script runs. */
async function sentTag({ page }: Visitor, path: string): Promise<string> {
  const html = (await (await page.goto(path))?.text()) ?? ''
  return /<html[^>]*>/.exec(html)?.[0] ?? html
}

const ground = ({ page }: Visitor) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)

test('a chosen brightness is in the page as it is sent, so nothing flashes', async () => {
  const guest = await visitor(on.url, { colorScheme: 'light' })
  const { page, open, words } = guest
  await open('/boards')
  const light = await ground(guest)
  await press(page.getByRole('banner'), words.app('switch-theme'))
  await page.locator('html[data-theme=dark]').waitFor()
  const dark = await ground(guest)
  expect(dark).not.toBe(light)
  expect(await sentTag(guest, '/boards')).toContain('data-theme="dark"')
  expect(await ground(guest)).toBe(dark)
  await open('/boards')
  await press(page.getByRole('banner'), words.app('switch-theme'))
  expect(await sentTag(guest, '/boards')).toContain('data-theme="light"')
})

test('without a choice the page follows the system', async () => {
  const guest = await visitor(on.url, { colorScheme: 'dark' })
  expect(await sentTag(guest, '/')).not.toContain('data-theme')
  await guest.open('/')
  const dark = await ground(guest)
  await guest.page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(() => ground(guest)).not.toBe(dark)
})

test('a chosen language is in the page as it is sent, and beats what the browser asks for', async () => {
  const guest = await visitor(on.url, { language: 'ko' })
  const { page, open, words } = guest
  const english = wordsForTests('en')
  await open('/sign-in')
  await page.getByRole('heading', { name: words.identity('welcome-back') }).waitFor()
  await press(page, words.ui('other-language'))
  await page.getByRole('heading', { name: english.identity('welcome-back') }).waitFor()
  expect(await sentTag(guest, '/')).toContain('lang="en"')
  await open('/settings/appearance')
  await page.getByLabel(english.settings('language')).selectOption('ko')
  await page.getByRole('heading', { name: words.settings('appearance') }).waitFor()
  expect(await sentTag(guest, '/')).toContain('lang="ko"')
})

test('a browser that asks for English reads English', async () => {
  const guest = await visitor(on.url, { language: 'en' })
  expect(await sentTag(guest, '/')).toContain('lang="en"')
})
