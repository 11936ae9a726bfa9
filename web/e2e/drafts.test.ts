import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { TestMember } from '../../server/test/app.ts'
import { type Stage, stage, type Written, written } from './stage-for-tests.ts'
import { heading, openPalette, press } from './steps-for-tests.ts'
import { patient, type Visitor, visitor } from './visitor-for-tests.ts'

vi.setConfig(patient)

let on: Stage
let author: TestMember
let post: Written
beforeAll(async () => {
  on = await stage()
  author = await on.t.signUp('이한결')
  post = await written(on.admin, 'free', { title: '이야기해요', body: '무엇이든.' })
})
afterAll(() => on.t.close())

const draftOf = async (of: string) => {
  const { body } = await author.get('/api/me/drafts')
  return body.items.find(({ key }: { key: string }) => key.startsWith(of))?.content
}
const patiently = { timeout: 15_000 }

test('two tabs that write the same draft see both texts, and neither is lost', async () => {
  const writer = await visitor(on.url, { refusals: [412] })
  await writer.enter(author)
  const { page: first, words, open } = writer
  const { community, ui } = words
  const body = (page: Page) => page.getByRole('textbox', { name: community('body') })
  const meeting = (page: Page) => page.getByRole('region', { name: ui('draft-two') })
  const second = await writer.tab()
  await open('/write?to=free')
  await open('/write?to=free', second)
  await body(first).fill('첫 창에서 쓴 글')
  await expect.poll(async () => (await draftOf('post:'))?.body, patiently).toBe('첫 창에서 쓴 글')
  await body(second).fill('둘째 창에서 쓴 글')
  await meeting(second).getByText('첫 창에서 쓴 글').waitFor()
  expect((await draftOf('post:')).body).toBe('첫 창에서 쓴 글')

  await press(meeting(second), ui('draft-take-theirs'))
  expect(await body(second).inputValue()).toBe('첫 창에서 쓴 글')
  await press(second, ui('undo'))
  expect(await body(second).inputValue()).toBe('둘째 창에서 쓴 글')
  await expect.poll(async () => (await draftOf('post:')).body, patiently).toBe('둘째 창에서 쓴 글')

  await first.bringToFront()
  await body(first).fill('첫 창에서 더 쓴 글')
  await meeting(first).getByText('둘째 창에서 쓴 글').waitFor()
  await press(meeting(first), ui('draft-keep-mine'))
  await expect.poll(async () => (await draftOf('post:')).body, patiently).toBe('첫 창에서 더 쓴 글')
  await meeting(first).waitFor({ state: 'detached' })
})

test('a comment that was begun goes on in another browser, and is no draft any more once it is sent', async () => {
  const here = await visitor(on.url)
  await here.enter(author)
  await here.open(post.link)
  const write = here.words.ui('comment-write')
  await here.page.getByRole('textbox', { name: write }).fill('집에서 쓰다 만 댓글')
  await here.page.getByText(/임시 저장했어요/).waitFor()
  await expect.poll(async () => (await draftOf('comment:'))?.body, patiently).toBe('집에서 쓰다 만 댓글')

  const there = await visitor(on.url)
  await there.enter(author)
  await there.open(post.link)
  const box = there.page.getByRole('textbox', { name: write })
  await box.click()
  await expect.poll(() => box.inputValue()).toBe('집에서 쓰다 만 댓글')
  await press(there.page, there.words.ui('comment-submit'))
  await there.page.getByRole('article', { name: '이한결' }).getByText('집에서 쓰다 만 댓글').waitFor()
  await expect.poll(() => draftOf('comment:'), patiently).toBe(undefined)
})

/** By the palette, up to what it answers. */
async function signOut(of: Visitor): Promise<void> {
  const box = await openPalette(of)
  await box.fill(of.words.habits('act-sign-out'))
  await box.press('Enter')
}
const isGuest = ({ page, words }: Visitor) => heading(page, words.activity('front-heading', { name: '마당' })).waitFor()
const keptIn = ({ page }: Visitor) =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('madang.draft.')))

test('who signs out takes the drafts along: the next member of the same browser sees none of them', async () => {
  const shared = await visitor(on.url)
  const { page, words, open } = shared
  const box = page.getByRole('textbox', { name: words.ui('comment-write') })
  await shared.enter(author)
  await open(post.link)
  await box.fill('먼저 쓰던 사람의 글')
  await signOut(shared)
  await isGuest(shared)
  await expect.poll(() => keptIn(shared)).toEqual([])
  expect((await draftOf('comment:'))?.body).toBe('먼저 쓰던 사람의 글')

  const next = await on.t.signUp('나중에온이')
  await shared.enter(next)
  await open(post.link)
  await box.click()
  await page.waitForLoadState('networkidle')
  expect(await box.inputValue()).toBe('')
  await box.fill('나중에 온 사람의 글')
  await page.getByText(/임시 저장했어요/).waitFor()
  expect(await keptIn(shared)).toEqual([`madang.draft.${next.id}.comment:${post.id}`])
  expect((await draftOf('comment:'))?.body).toBe('먼저 쓰던 사람의 글')

  await shared.enter(author)
  await open(post.link)
  await box.click()
  await expect.poll(() => box.inputValue()).toBe('먼저 쓰던 사람의 글')
})

test('a draft that could not be sent is asked about before its member signs out', async () => {
  const leaving = await visitor(on.url, { goesOffline: true })
  const { page, words, open, context } = leaving
  const somebody = await on.t.signUp('떠나는이')
  await leaving.enter(somebody)
  await open(post.link)
  await context.route('**/api/me/drafts/*', (route) => route.abort())
  await page.getByRole('textbox', { name: words.ui('comment-write') }).fill('보내지 못한 글')
  await page.getByText(/임시 저장했어요/).waitFor()
  const asked = page.getByRole('alertdialog', { name: words.habits('sign-out-ask') })
  await signOut(leaving)
  await press(asked, words.ui('cancel'))
  await asked.waitFor({ state: 'detached' })
  expect(await keptIn(leaving)).toHaveLength(1)
  expect((await context.request.get('/api/me')).status()).toBe(200)

  await signOut(leaving)
  await press(asked, words.habits('act-sign-out'))
  await isGuest(leaving)
  await expect.poll(() => keptIn(leaving)).toEqual([])
  expect((await context.request.get('/api/me')).status()).toBe(401)
  expect((await somebody.get('/api/me/drafts')).body.items).toEqual([])
})
