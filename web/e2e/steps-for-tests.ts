import type { Locator, Page } from 'playwright-core'
import { password } from '../../server/test/app.ts'
import type { Visitor } from './visitor-for-tests.ts'

/** Presses a button by its name, once it is there. */
export const press = (on: Page | Locator, name: string): Promise<void> =>
  on.getByRole('button', { name, exact: true }).click()

export const follow = (on: Page | Locator, name: string): Promise<void> =>
  on.getByRole('link', { name, exact: true }).click()

export const heading = (on: Page | Locator, name: string): Locator => on.getByRole('heading', { name, exact: true })

/** What a toast says. */
export const told = (on: Page, text: string): Promise<void> => on.locator('.toast', { hasText: text }).waitFor()

/** The path of an address that was written for the instance's public name. */
export const pathIn = (address: string): string => {
  const { pathname, search } = new URL(address)
  return pathname + search
}

/** Opens the place of this name: by the rail on a desk, by the page of all places on a phone. */
export async function goToPlace({ page, words: { app } }: Visitor, name: string): Promise<void> {
  const rail = page.getByRole('navigation', { name: app('places'), exact: true })
  if (await rail.isVisible()) return follow(rail, name)
  await follow(page.getByRole('navigation', { name: app('main-menu') }), app('explore'))
  await follow(page.getByRole('main'), name)
}

/** The form of the set-up link; ends in the console. */
export async function setUp(visitor: Visitor, link: string, email: string, nickname: string): Promise<void> {
  const { page, words } = visitor
  const { identity, ops } = words
  await visitor.open(pathIn(link))
  await page.getByLabel(identity('email')).fill(email)
  await page.getByLabel(identity('nickname')).fill(nickname)
  await page.getByLabel(identity('password')).fill(password)
  await press(page, identity('setup-submit'))
  await heading(page, ops('console')).waitFor()
}

export async function makeBoard(admin: Visitor, name: string, slug: string, kind: string): Promise<void> {
  const { page, words } = admin
  const { ops } = words
  await follow(page.getByRole('navigation', { name: ops('console') }), ops('tab-boards'))
  await press(page, ops('new-board'))
  await page.getByLabel(ops('board-name'), { exact: true }).fill(name)
  await page.getByLabel(ops('board-slug')).fill(slug)
  await page.getByLabel(ops('board-kind')).selectOption({ label: kind })
  await press(page, ops('make-board'))
  await told(page, ops('board-made'))
}

/** From the front page to "check your mail". */
export async function signUp({ page, words, open }: Visitor, email: string, nickname: string): Promise<void> {
  const { identity, activity } = words
  await open('/')
  await follow(page, activity('join'))
  await page.getByLabel(identity('email')).fill(email)
  await page.getByLabel(identity('password')).fill(password)
  await page.getByLabel(identity('nickname')).fill(nickname)
  await page.getByLabel(identity('over14')).check()
  for (const consent of ['consent-terms', 'consent-privacy'] as const)
    await page.getByLabel(`${identity(consent)} ${identity('consent-required')}`).check()
  await press(page, identity('sign-up'))
  await heading(page, identity('check-mail')).waitFor()
}

/** The link in the newest letter to this address, as the operator reads it in the console. */
export async function letterTo(admin: Visitor, email: string): Promise<string> {
  const { page, open } = admin
  await open('/console/mail')
  const letter = page.locator('details', { hasText: email }).first()
  await letter.locator('summary').click()
  return pathIn((await letter.getByRole('link').first().getAttribute('href')) ?? '')
}

export async function signIn({ page, words }: Visitor, email: string, secret = password): Promise<void> {
  const { identity } = words
  await page.getByLabel(identity('email')).fill(email)
  await page.getByLabel(identity('password')).fill(secret)
  await press(page, identity('sign-in'))
}

/** The palette's box, opened by what is in the bar for it: a box on a desk, an icon on a phone. */
export async function openPalette({ page, words: { habits } }: Visitor): Promise<Locator> {
  await page.getByRole('banner').getByRole('search').getByRole('button').click()
  return page.getByRole('dialog', { name: habits('palette') }).getByRole('combobox')
}

/** Types into the search that is at hand: the palette's on a desk, the page's on a phone. */
export async function searchFor(visitor: Visitor, text: string): Promise<void> {
  const { page, words } = visitor
  const { app, search } = words
  if (await page.getByRole('navigation', { name: app('places'), exact: true }).isVisible()) {
    const box = await openPalette(visitor)
    await box.fill(text)
    await box.press('Control+Enter')
    return
  }
  await follow(page.getByRole('navigation', { name: app('main-menu') }), app('search'))
  // the box of the results before would be taken away under the typing
  await heading(page, search('search')).waitFor()
  const box = page.getByRole('main').getByRole('combobox', { name: search('words') })
  await box.fill(text)
  await box.press('Enter')
}
