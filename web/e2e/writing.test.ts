import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { TestMember } from '../../server/test/app.ts'
import { type Stage, stage, type Written, written } from './stage-for-tests.ts'
import { heading, press, told } from './steps-for-tests.ts'
import { patient, type Visitor, visitor } from './visitor-for-tests.ts'

vi.setConfig(patient)

let on: Stage
let author: TestMember
let post: Written
beforeAll(async () => {
  on = await stage()
  author = await on.t.signUp('이한결')
  post = await written(author, 'free', { title: '감나무 심기', body: '볕이 드는 쪽에 심는다.' })
})
afterEach(() => on.t.setTime())
afterAll(() => on.t.close())

async function at(path: string, refusals: number[] = []): Promise<Visitor> {
  const someone = await visitor(on.url, { refusals })
  await someone.enter(author)
  await someone.open(path)
  return someone
}

const choose = async ({ page, words }: Visitor, act: 'edit' | 'delete') => {
  await press(page.getByRole('article').first(), words.community('more-acts'))
  await page.getByRole('menuitem', { name: words.community(act), exact: true }).click()
}

test('a post is changed, and says so once it stood for a while', async () => {
  on.t.setTime(new Date(Date.now() + 10 * 60_000))
  const someone = await at(post.link)
  const { page, words } = someone
  await choose(someone, 'edit')
  await page.getByLabel(words.community('title')).fill('감나무 심고 가꾸기')
  await press(page, words.community('save'))
  await heading(page, '감나무 심고 가꾸기').waitFor()
  await told(page, words.community('saved'))
  await page.getByRole('link', { name: words.community('edited') }).waitFor()
})

test('who saves second is told what the first wrote, loses nothing and can save over it', async () => {
  const shared = await written(author, 'free', { title: '함께 쓰는 글', body: '처음' })
  const someone = await at(`/posts/${shared.id}/edit`, [412])
  const { page, words } = someone
  const body = page.getByRole('textbox', { name: words.community('body') })
  await body.fill('내가 고친 글')
  const { body: now } = await author.get(`/api/posts/${shared.id}`)
  const first = await author.patch(
    `/api/posts/${shared.id}`,
    { body: '먼저 고친 글' },
    { 'if-match': `"${now.version}"` },
  )
  expect(first.status).toBe(200)
  await press(page, words.community('save'))
  await page.getByRole('alert').waitFor()
  expect(await body.inputValue()).toBe('내가 고친 글')
  await page.getByText('먼저 고친 글').waitFor()
  await press(page, words.community('save'))
  await heading(page, '함께 쓰는 글').waitFor()
  await page.getByText('내가 고친 글').waitFor()
})

test('a deleted post leaves its board and comes back by undo', async () => {
  const gone = await written(author, 'free', { title: '지웠다 되살릴 글', body: '잠깐' })
  // the page may count itself as read at the moment when its post goes
  const someone = await at(gone.link, [404])
  const { page, words } = someone
  await choose(someone, 'delete')
  await heading(page, '자유').waitFor()
  expect(await page.getByRole('link', { name: gone.title }).count()).toBe(0)
  await press(page, words.ui('undo'))
  await told(page, words.community('restored'))
  await heading(page, gone.title).waitFor()
})

test('what was typed survives a reload, and is gone once it is published', async () => {
  const someone = await at('/write?to=free')
  const { page, words, open } = someone
  const title = page.getByLabel(words.community('title'))
  await title.fill('쓰다 만 글')
  await page.getByRole('textbox', { name: words.community('body') }).fill('여기까지')
  await page.getByText(/임시 저장했어요/).waitFor()
  await open('/write?to=free')
  await expect.poll(() => title.inputValue()).toBe('쓰다 만 글')
  await press(page, words.community('publish'))
  await heading(page, '쓰다 만 글').waitFor()
  await open('/write?to=free')
  expect(await title.inputValue()).toBe('')
})
