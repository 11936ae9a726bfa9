import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Locale } from '../src/words/words.tsx'
import { axeFaults, landmarkFaults, motionFaults, widthFaults } from './faults-of.ts'
import { everyRoute, routeOf } from './routes-for-tests.ts'
import { openPalette } from './steps-for-tests.ts'
import { desk, phone, type Visitor, visitor } from './visitor-for-tests.ts'
import { type Tour, tour, type Visit } from './visits.ts'

vi.setConfig({ testTimeout: 300_000 })

let on: Tour
beforeAll(async () => {
  on = await tour()
})
afterAll(() => on.on.t.close())

const widths = [1280, 820, 390]
/** WCAG 1.4.10, and a window of 1280 px at 200 %. */
const narrow = [320, 640]
/** Where each width was looked at: pages opened at once; both cores are busy with two. */
const lanes = 2
const calm = { ...desk, colorScheme: 'light', reducedMotion: 'reduce', deviceScaleFactor: 2 } as const

async function at(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 })
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)))
}

/** A width in Korean: all of axe in light, and of dark only what a theme changes. */
async function inKorean(page: Page, width: number): Promise<string[]> {
  await at(page, width)
  const light = await axeFaults(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await axeFaults(page, { colours: 'alone' })
  await page.emulateMedia({ colorScheme: 'light' })
  return [...light, ...dark.map((fault) => `in dark ${fault}`)]
}

/** A width in English: all but colours, which no language changes (a test below holds that). */
async function inEnglish(page: Page, width: number): Promise<string[]> {
  await at(page, width)
  return axeFaults(page, { colours: 'left out' })
}

/** Past all that stands on every page: the first stop is the skip link, it is seen, and it leads to what is the page's own. */
async function skipFaults(page: Page): Promise<string[]> {
  if ((await page.locator('.skip').count()) === 0)
    return (await page.locator('.app').count()) > 0 ? ['has no skip link'] : []
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await page.keyboard.press('Tab')
  const first = await page.evaluate(() => {
    const { className = '' } = document.activeElement ?? {}
    return className === 'skip' && (document.activeElement?.getBoundingClientRect().top ?? -1) >= 0 ? '' : className
  })
  await page.keyboard.press('Enter')
  const { id } = await page.evaluate(() => ({ id: document.activeElement?.id }))
  return [...(first ? [`the first stop is ${first}`] : []), ...(id === 'main' ? [] : [`the skip link leads to ${id}`])]
}

async function opened({ context, page }: Visitor, { path, status = 200 }: Visit, locale: Locale): Promise<string[]> {
  await context.addCookies([{ name: 'madang_locale', value: locale, url: on.on.url }])
  await at(page, 1280)
  const answer = await page.goto(path)
  await page.locator(`html[data-hydrated][lang=${locale}]`).waitFor()
  return answer?.status() === status ? [] : [`answers ${answer?.status()}`]
}

type Fault = { where: string; what: string }

/** Each fault once, with the places where it is. */
const told = (faults: Fault[]): string[] =>
  [...Map.groupBy(faults, ({ what }) => what)].map(
    ([what, all]) => `${what} at ${all.map(({ where }) => where).join(', ')}`,
  )

async function faultsAt(someone: Visitor, visit: Visit): Promise<Fault[]> {
  const { page } = someone
  const faults: Fault[] = []
  const add = (where: string, found: string[]) =>
    faults.push(...found.map((what) => ({ what, where: `${visit.path} ${where}` })))
  for (const locale of ['ko', 'en'] as const) {
    add(locale, await opened(someone, visit, locale))
    add(locale, await landmarkFaults(page))
    add(locale, await motionFaults(page))
    for (const width of widths) {
      add(`${locale} ${width}`, await (locale === 'ko' ? inKorean : inEnglish)(page, width))
      add(`${locale} ${width}`, await widthFaults(page))
    }
    for (const width of narrow) {
      await at(page, width)
      add(`${locale} ${width}`, await widthFaults(page))
    }
  }
  await at(page, 1280)
  add('en', await skipFaults(page))
  return faults
}

test('every route of the application is visited', () => {
  expect(everyRoute.length).toBeGreaterThan(30)
  const visited = new Set(on.visits.map(({ path }) => routeOf(new URL(path, on.on.url).pathname)))
  expect(everyRoute.map(({ path }) => path).filter((path) => !visited.has(path))).toEqual([])
})

test('no style asks for the language: colours that hold in one hold in the other', () => {
  const folder = fileURLToPath(new URL('../dist/client/assets/', import.meta.url))
  const styles = readdirSync(folder).filter((file) => file.endsWith('.css'))
  expect(styles.length).toBeGreaterThan(0)
  for (const file of styles) expect(readFileSync(`${folder}${file}`, 'utf8'), file).not.toMatch(/:lang\(|\[lang/)
})

test.each(['guest', 'member', 'operator'] as const)(
  'axe finds no fault on any page of a %s at three widths, light and dark, in two languages; none is too wide, none moves',
  async (who) => {
    const visits = on.visits.filter((visit) => visit.who === who)
    const found = Array.from({ length: lanes }, async (_, lane) => {
      const someone = await visitor(on.on.url, { ...calm, refusals: [403, 404] })
      if (who !== 'guest') await someone.enter(who === 'member' ? on.member : on.on.admin)
      const faults: Fault[] = []
      for (const visit of visits.filter((_, n) => n % lanes === lane)) faults.push(...(await faultsAt(someone, visit)))
      return faults
    })
    expect(told((await Promise.all(found)).flat())).toEqual([])
  },
)

test.each([
  { where: 'a desk', device: desk },
  { where: 'a phone', device: phone },
])('axe finds no fault in the palette and the help for keys on $where', async ({ device }) => {
  const guest = await visitor(on.on.url, { ...device, colorScheme: 'light', reducedMotion: 'reduce' })
  const { page, open, words } = guest
  const faults = async () => {
    const light = await axeFaults(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    const dark = await axeFaults(page, { colours: 'alone' })
    await page.emulateMedia({ colorScheme: 'light' })
    return [...light, ...dark, ...(await motionFaults(page))]
  }
  await open('/boards')
  const box = await openPalette(guest)
  await page.getByRole('option', { name: words.habits('act-keys') }).waitFor()
  expect(await faults()).toEqual([])
  await box.fill(words.habits('act-keys'))
  await box.press('Enter')
  await page.getByRole('dialog', { name: words.habits('keys') }).waitFor()
  expect(await faults()).toEqual([])
})
