import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type TestApp, testApp } from '../../server/test/app.ts'
import { press, told } from './steps-for-tests.ts'
import { desk, patient, phone, visitor } from './visitor-for-tests.ts'

vi.setConfig(patient)

const ui = fileURLToPath(new URL('../src/ui/', import.meta.url))
/** Whole pages: every screen shows them. */
const pages = ['page.tsx', 'bare-page.tsx']

let t: TestApp
let url: string
beforeAll(async () => {
  t = await testApp({ pages: true, dev: true })
  url = await t.listen()
})
afterAll(() => t.close())

async function faultsOf(page: Page, beside: string[] = []): Promise<string[]> {
  // One landmark in two states has one name.
  const axe = () => new AxeBuilder({ page }).setLegacyMode(true).disableRules(['landmark-unique', ...beside])
  const { violations } = await axe().analyze()
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await axe().withRules(['color-contrast']).analyze()
  await page.emulateMedia({ colorScheme: 'light' })
  return [...violations, ...dark.violations.map((one) => ({ ...one, id: `${one.id} in dark` }))].flatMap(
    ({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
  )
}

const calm = { colorScheme: 'light', reducedMotion: 'reduce' } as const

test('every component has a story', () => {
  const shown = globSync('**/*.stories.tsx', { cwd: ui }).flatMap((file) =>
    [...readFileSync(join(ui, file), 'utf8').matchAll(/from '\.\/([\w-]+\.tsx)'/g)].map(([, name]) => name),
  )
  const parts = globSync('**/*.tsx', { cwd: ui }).filter((file) => !file.endsWith('.stories.tsx'))
  expect(parts.length).toBeGreaterThan(30)
  const within = [
    'menu-popup.tsx',
    'confirm-dialog.tsx',
    'password-dialog.tsx',
    'lazy-composer.tsx',
    'markdown-editor.tsx',
  ]
  const known = new Set([...shown, ...pages, ...within])
  expect(parts.map((file) => basename(file)).filter((name) => !known.has(name))).toEqual([])
})

test.each([
  { where: 'a desk', device: desk },
  { where: 'a phone', device: phone },
])('axe finds no fault in any state of any component on $where, light and dark', async ({ device }) => {
  const { page, open } = await visitor(url, { ...device, ...calm })
  await open('/gallery')
  await page.locator('#Button').waitFor()
  expect(await page.locator('main section section').count()).toBeGreaterThan(90)
  expect(await faultsOf(page)).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
})

test('a planted fault is found', async () => {
  const { page, open } = await visitor(url, calm)
  await open('/gallery?only=Button')
  await page
    .locator('#Button button')
    .first()
    .evaluate((button) => {
      button.textContent = ''
    })
  await page.locator('#Button h2').evaluate((heading) => {
    if (heading instanceof HTMLElement) heading.style.color = 'var(--ink-4)'
  })
  const faults = (await faultsOf(page)).join('\n')
  expect(faults).toContain('button-name')
  expect(faults).toContain('color-contrast')
})

test('states that need a pointer or the keyboard can be looked at', async () => {
  const { page, open } = await visitor(url, calm)
  await open('/gallery?only=Button')
  const look = (state: string, of: string) =>
    page
      .getByRole('region', { name: `Button: ${state}`, exact: true })
      .getByRole('button', { name: 'plain' })
      .evaluate((button, property) => getComputedStyle(button).getPropertyValue(property), of)
  await expect.poll(() => look('hover', 'background-color')).not.toBe(await look('default', 'background-color'))
  expect(await look('focus-visible', 'outline-style')).not.toBe(await look('default', 'outline-style'))
})

test('what opens over the page has no fault either', async () => {
  const { page, open } = await visitor(url, calm)
  await open('/gallery')
  await press(page.locator('#Toast'), '못 하기')
  await told(page, '저장하지 못했어요')
  await press(page.locator('#Confirm'), '거절되는 일 묻기')
  const dialog = page.getByRole('alertdialog')
  await press(dialog, '지우기')
  await dialog.getByRole('alert').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await press(page.locator('#PasswordDialog'), '비밀번호 묻기')
  await page.getByRole('dialog').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await press(page.locator('#Menu'), '글 메뉴')
  await page.getByRole('menu').waitFor()
  // A menu has the focus and stands beside the landmarks.
  expect(await faultsOf(page, ['region'])).toEqual([])
})

test('there is no gallery in what is built', async () => {
  const built = await testApp({ pages: true })
  try {
    expect((await built.app.inject({ method: 'GET', url: '/gallery' })).statusCode).toBe(404)
  } finally {
    await built.close()
  }
})
