import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Stage, stage, type Written, written } from './stage-for-tests.ts'
import { heading } from './steps-for-tests.ts'
import { patient, visitor } from './visitor-for-tests.ts'

vi.setConfig(patient)

const manyPosts = 65

let on: Stage
let posts: Written[]
beforeAll(async () => {
  on = await stage()
  posts = []
  for (let n = 1; n <= manyPosts; n++)
    posts.push(await written(on.admin, 'free', { title: `${n}번째 이야기`, body: '오늘의 마당.' }))
})
afterAll(() => on.t.close())

const row = (page: Page, { title }: Written) => page.getByRole('link', { name: title, exact: true })
const nth = (n: number) => posts[n - 1] as Written

/** Points at a row and waits until the code and the data of its page are here. */
async function pointAt(page: Page, post: Written): Promise<void> {
  const came = (what: RegExp) => page.waitForResponse((answer) => what.test(new URL(answer.url()).pathname))
  const ahead = Promise.all([
    came(/\/post\.screen/),
    came(new RegExp(`/api/posts/${post.id}$`)),
    came(new RegExp(`/api/subjects/${post.id}/comments$`)),
  ])
  await row(page, post).hover()
  for (const answer of await ahead) await answer.finished()
}

test('who points at a link gets its page from what was fetched meanwhile', async () => {
  const { page, open } = await visitor(on.url)
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
  await open('/boards/free')
  const post = nth(manyPosts)
  await pointAt(page, post)
  await row(page, post).click()
  await heading(page, post.title).waitFor()
  expect(fetched.filter((path) => path === `/api/posts/${post.id}`)).toHaveLength(1)
  expect(fetched.filter((path) => /post\.screen/.test(path))).toHaveLength(1)
})

test('three pages down, back brings the rows, the place and the focus', async () => {
  const { page, open } = await visitor(on.url)
  await open('/boards/free')
  const post = nth(8)
  await expect
    .poll(
      async () => {
        await page.mouse.wheel(0, 1500)
        return row(page, post).count()
      },
      { timeout: 15_000 },
    )
    .toBe(1)
  await row(page, post).scrollIntoViewIfNeeded()
  const before = await page.evaluate(() => scrollY)
  expect(before).toBeGreaterThan(1500)
  await row(page, post).click()
  await heading(page, post.title).waitFor()
  expect(await page.evaluate(() => scrollY)).toBe(0)
  await page.goBack()
  await page.locator('a:focus', { hasText: post.title }).waitFor()
  expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(2)
  expect(await page.locator('#main .trow').count()).toBeGreaterThanOrEqual(60)
})

/** Notes what each view transition begins with: the titles that will move. */
async function watchTransitions(page: Page): Promise<() => Promise<string[][]>> {
  await page.addInitScript(() => {
    const seen: string[][] = []
    Object.assign(window, { transitions: seen })
    const begin = document.startViewTransition.bind(document)
    const named = () =>
      [...document.querySelectorAll('h1, a')]
        .filter((one) => getComputedStyle(one).viewTransitionName === 'title')
        .map((one) => one.textContent)
    document.startViewTransition = (change) => {
      const from = named()
      const transition = begin(change)
      void transition.ready.then(
        () => seen.push([...from, ...named()]),
        () => seen.push([...from, 'skipped']),
      )
      return transition
    }
  })
  return () => page.evaluate(() => (window as unknown as { transitions: string[][] }).transitions)
}

test('a title moves from its row to its page and back again', async () => {
  const { page, open } = await visitor(on.url)
  const transitions = await watchTransitions(page)
  await open('/boards/free')
  const post = nth(manyPosts - 2)
  await pointAt(page, post)
  await row(page, post).click()
  await heading(page, post.title).waitFor()
  await expect.poll(transitions).toEqual([[post.title, post.title]])
  await page.goBack()
  await row(page, post).waitFor()
  await expect.poll(transitions).toEqual([
    [post.title, post.title],
    [post.title, post.title],
  ])
})

test('a link that a member wrote is followed without loading the application anew; one to no page of it as ever', async () => {
  const post = nth(3)
  const body = `[다른 글](${post.link}) 그리고 [새 글 소식](/boards/free/rss.xml)`
  const pointing = await written(on.admin, 'free', { title: '이정표', body })
  const { page, open } = await visitor(on.url)
  const loads: string[] = []
  page.on('request', (request) => {
    if (request.isNavigationRequest()) loads.push(new URL(request.url()).pathname)
  })
  await open(pointing.link)
  await page.getByRole('link', { name: '다른 글' }).click()
  await heading(page, post.title).waitFor()
  expect(loads).toEqual([pointing.link])
  await page.goBack()
  await heading(page, '이정표').waitFor()
  await page.getByRole('link', { name: '새 글 소식' }).click()
  await page.waitForURL('**/rss.xml')
  expect(loads).toEqual([pointing.link, '/boards/free/rss.xml'])
})
