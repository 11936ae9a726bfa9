import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { invisibleIn } from './invisible-in.ts'
import { desk, patient, visitor } from './visitor-for-tests.ts'
import { type Tour, tour } from './visits.ts'

vi.setConfig(patient)

let on: Tour
beforeAll(async () => {
  on = await tour()
})
afterAll(() => on.on.t.close())

const main = ['/', '/boards', '/boards/free', '/questions', '/search?q=감나무', '/write?to=qna', '/bookmarks', '/me']
const settings = ['/settings/profile', '/settings/appearance', '/settings/privacy', '/console/settings', '/sign-up']

test('with forced colours nothing becomes invisible, and what is on differs from what is off', async () => {
  const operator = await visitor(on.on.url, { ...desk, forcedColors: 'active', reducedMotion: 'reduce' })
  const { page, open } = operator
  await operator.enter(on.on.admin)
  const { visits } = on
  const written = [
    ...new Set(visits.map(({ path }) => path).filter((path) => /^\/(?:posts|questions)\/\w+$/.test(path))),
  ]
  for (const path of [...main, ...settings, ...written]) {
    await open(path)
    const { looked, unseen } = await invisibleIn(page)
    expect(looked, path).toBeGreaterThan(10)
    expect(unseen, path).toEqual([])
  }
  await open('/settings/appearance')
  for (const control of await page.locator('.switch, .check').all()) {
    await control.scrollIntoViewIfNeeded()
    const before = await control.screenshot()
    await control.evaluate((input: HTMLInputElement) => Object.assign(input, { checked: !input.checked }))
    expect((await control.screenshot()).equals(before)).toBe(false)
  }
  await open('/sign-up')
  const field = page.locator('.input').first()
  await field.focus()
  const { outlineStyle, outlineColor } = await field.evaluate((one) => {
    const { outlineStyle, outlineColor } = getComputedStyle(one)
    return { outlineStyle, outlineColor }
  })
  expect({ outlineStyle, seen: outlineColor !== 'rgba(0, 0, 0, 0)' }).toEqual({ outlineStyle: 'solid', seen: true })
})

/** Notes how long the longest animation of each view transition takes, in milliseconds. */
async function timeTransitions(page: Page): Promise<() => Promise<number[]>> {
  await page.addInitScript(() => {
    const longest: number[] = []
    Object.assign(window, { longest })
    const begin = document.startViewTransition.bind(document)
    document.startViewTransition = (change) => {
      const transition = begin(change)
      const times = () => document.getAnimations().map((one) => Number(one.effect?.getComputedTiming().endTime))
      void transition.ready.then(
        () => longest.push(Math.max(0, ...times())),
        () => longest.push(-1),
      )
      return transition
    }
  })
  return () => page.evaluate(() => (window as unknown as { longest: number[] }).longest)
}

test.each([
  { asked: 'no-preference' as const, moves: true },
  { asked: 'reduce' as const, moves: false },
])('from a list to a post something moves only for who did not ask for calm: $asked', async ({ asked, moves }) => {
  const guest = await visitor(on.on.url, { ...desk, reducedMotion: asked })
  const { page, open } = guest
  const longest = await timeTransitions(page)
  await open('/boards/free')
  const row = page.getByRole('main').getByRole('link', { name: '감나무 심기', exact: true })
  await row.hover()
  await row.click()
  await page.locator('h1:focus', { hasText: '감나무 심기' }).waitFor()
  await expect.poll(longest).toHaveLength(1)
  const [ms = -1] = await longest()
  expect(ms).toBeGreaterThanOrEqual(0)
  expect(ms > 10).toBe(moves)
})

test('whoever follows a link finds the focus on the heading of where it leads', async () => {
  const operator = await visitor(on.on.url, { ...desk })
  const { page, open } = operator
  await operator.enter(on.on.admin)
  const ways = async (from: string) => {
    const hrefs = await page.locator(`${from} a[href]`).evaluateAll((all) => all.map((one) => one.getAttribute('href')))
    return [...new Set(hrefs)].filter((href) => href?.startsWith('/'))
  }
  const followed = new Set<string>()
  for (const [path, from] of [
    ['/', '.rail nav'],
    ['/settings/profile', 'main nav'],
    ['/console', 'main nav'],
  ] as const) {
    await open(path)
    for (const href of await ways(from)) {
      const before = page.url()
      if (new URL(before).pathname === href) continue
      await page.locator(`${from} a[href="${href}"]`).first().press('Enter')
      await page.waitForURL((url) => url.href !== before)
      await page.locator('h1:focus').waitFor()
      followed.add(`${href}`)
    }
  }
  expect(followed.size).toBeGreaterThan(10)
})
