import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Stage, stage, type Written, written } from './stage-for-tests.ts'
import { heading, openPalette } from './steps-for-tests.ts'
import { patient, phone, type Visitor, visitor } from './visitor-for-tests.ts'

vi.setConfig(patient)

let on: Stage
let post: Written
beforeAll(async () => {
  on = await stage()
  post = await written(on.admin, 'free', { title: '감나무 가지치기', body: '겨울이 지나면 한다.', tags: ['텃밭'] })
  await on.t.signUp('감나무집')
})
afterAll(() => on.t.close())

const palette = ({ page, words: { habits } }: Visitor) => page.getByRole('dialog', { name: habits('palette') })

/** Opens it by `keys` alone, and waits until one may type. */
async function byKeys(visitor: Visitor, keys: string) {
  await visitor.page.keyboard.press(keys)
  const box = palette(visitor).getByRole('combobox')
  await palette(visitor).locator('input:focus').waitFor()
  return box
}

test.each([
  { language: 'ko' as const, typed: 'ㄱㅅㅍ', place: '게시판' },
  { language: 'ko' as const, typed: 'rptl', place: '게시판' },
  { language: 'en' as const, typed: 'ㅠㅐㅁㄱㅇ', place: 'Boards' },
])('a place is found by $typed and opened by the keyboard alone', async ({ language, typed, place }) => {
  const guest = await visitor(on.url, { language })
  const { page, open, words } = guest
  await open('/')
  await byKeys(guest, 'Control+k')
  await page.keyboard.type(typed)
  await page.getByRole('option', { name: place, selected: true }).waitFor()
  await page.keyboard.press('Enter')
  await heading(page, words.community('boards')).waitFor()
  expect(await palette(guest).count()).toBe(0)
})

test('what is typed before the palette has come stands in its box, and Escape gives the focus back', async () => {
  const guest = await visitor(on.url, { language: 'en' })
  const { page, open } = guest
  const { promise: held, resolve: release } = Promise.withResolvers<void>()
  await page.route(/\/assets\/(?:palette|habits)/, async (route) => {
    await held
    await route.continue()
  })
  await open('/')
  await page.keyboard.press('/')
  await page.keyboard.type('rpt')
  expect(await palette(guest).count()).toBe(0)
  release()
  await palette(guest).locator('input:focus').waitFor()
  expect(await palette(guest).getByRole('combobox').inputValue()).toBe('rpt')
  await page.keyboard.type('l')
  await page.getByRole('option', { name: 'Boards', selected: true }).waitFor()
  await page.keyboard.press('Escape')
  await palette(guest).waitFor({ state: 'detached' })
  expect(await page.getByRole('textbox').count()).toBe(0)
})

test('posts, tags and people come as one types, and ⌘↵ opens the full search', async () => {
  const member = await visitor(on.url)
  await member.enter(on.admin)
  const { page, open } = member
  await open('/boards')
  const box = await byKeys(member, '/')
  await box.fill('감나무')
  await page.getByRole('option', { name: post.title }).waitFor()
  await page.getByRole('option', { name: '감나무집' }).waitFor()
  await box.fill('텃밭')
  await page.getByRole('option', { name: '텃밭', exact: true }).waitFor()
  await box.fill('감나무')
  await page.getByRole('option', { name: post.title }).click()
  await heading(page, post.title).waitFor()
  const again = await byKeys(member, 'Control+k')
  await page.getByRole('option', { name: post.title }).waitFor()
  await again.fill('가지치기')
  await again.press('Control+Enter')
  await page.waitForURL('**/search?q=*')
  await page.getByRole('link', { name: post.title }).waitFor()
})

test('arrows go round, a syllable that is not finished opens nothing, and Escape gives the focus back', async () => {
  const guest = await visitor(on.url)
  const { page, open } = guest
  await open('/boards')
  const opener = page.getByRole('banner').getByRole('search').getByRole('button')
  await opener.focus()
  const box = await byKeys(guest, 'Enter')
  const selected = () => palette(guest).getByRole('option', { selected: true }).textContent()
  const first = await selected()
  await box.press('ArrowUp')
  const last = await selected()
  expect(last).not.toBe(first)
  await box.press('ArrowDown')
  expect(await selected()).toBe(first)
  await page.keyboard.press('Control+k')
  await box.fill('질문')
  await page.keyboard.type('!')
  expect(await box.inputValue()).toBe('질문!')
  await box.evaluate((input) =>
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })),
  )
  expect(await palette(guest).count()).toBe(1)
  await page.keyboard.press('Escape')
  await palette(guest).waitFor({ state: 'detached' })
  await page.getByRole('banner').locator('button.topsearch:focus').waitFor()
})

test('on a phone it is the whole screen, opened by the icon and closed by a button', async () => {
  const guest = await visitor(on.url, phone)
  const { page, open, words } = guest
  await open('/boards')
  await openPalette(guest)
  await palette(guest).evaluate((dialog) => Promise.all(dialog.getAnimations().map(({ finished }) => finished)))
  expect(await palette(guest).boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 })
  await page.getByRole('option', { name: words.habits('act-tags') }).waitFor()
  await palette(guest)
    .getByRole('button', { name: words.habits('close') })
    .tap()
  await palette(guest).waitFor({ state: 'detached' })
})

test('the brightness is switched and a member signs out from the palette, and what was seen is forgotten', async () => {
  const member = await visitor(on.url, { colorScheme: 'light' })
  await member.enter(on.admin)
  const { page, open, words } = member
  await open(post.link)
  const box = await byKeys(member, 'Control+k')
  await box.fill('다크')
  await page.keyboard.press('Enter')
  await page.locator('html[data-theme=dark]').waitFor()
  const again = await byKeys(member, 'Control+k')
  await again.fill(words.habits('act-sign-out'))
  await page.keyboard.press('Enter')
  await heading(page, words.activity('front-heading', { name: '마당' })).waitFor()
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('recents'))))
    .toEqual([])
})

test('without scripts the box leads to the search page', async () => {
  const { page, open, words } = await visitor(on.url, { javaScriptEnabled: false })
  await open('/boards')
  await page.getByRole('banner').getByRole('search').getByRole('button').first().click()
  await page
    .getByRole('main')
    .getByRole('combobox', { name: words.search('words') })
    .waitFor()
})
