import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { TestMember } from '../../server/test/app.ts'
import { asked, type Stage, stage, type Written, written } from './stage-for-tests.ts'
import { heading, press, told } from './steps-for-tests.ts'
import { patient, type Visitor, visitor } from './visitor-for-tests.ts'

vi.setConfig(patient)

let on: Stage
let member: TestMember
let post: Written
beforeAll(async () => {
  on = await stage()
  member = await on.t.signUp('이한결')
  post = await written(on.admin, 'free', { title: '마당의 하루', body: '아침부터 저녁까지.' })
})
afterAll(() => on.t.close())

async function at(path: string, refusals: number[] = []): Promise<Visitor> {
  const someone = await visitor(on.url, { refusals })
  await someone.enter(member)
  await someone.open(path)
  return someone
}
const comment = ({ page }: Visitor, text: string) =>
  page.getByRole('article', { name: '이한결' }).filter({ hasText: text })

test('a deleted comment leaves a tombstone where it was answered, and comes back by undo where it stood', async () => {
  const { body: root } = await member.post(`/api/subjects/${post.id}/comments`, { body: '지웠다 되살릴 댓글' })
  await member.post(`/api/subjects/${post.id}/comments`, { body: '그 아래의 답글', parentId: root.id })
  const someone = await at(post.link)
  const { page, words } = someone
  const total = async () => (await member.get(`/api/subjects/${post.id}`)).body.comments
  const before = await total()
  await press(comment(someone, '지웠다 되살릴 댓글'), words.ui('delete'))
  await told(page, words.ui('comment-removed'))
  await page.getByText(words.ui('comment-deleted')).waitFor()
  expect(await comment(someone, '지웠다 되살릴 댓글').count()).toBe(0)
  expect(await total()).toBe(before - 1)
  await press(page, words.ui('undo'))
  await told(page, words.ui('comment-restored'))
  await comment(someone, '지웠다 되살릴 댓글').waitFor()
  await page.getByText(words.ui('comment-deleted')).waitFor({ state: 'detached' })
  await heading(page, words.ui('comments-count', { n: before })).waitFor()
  expect(await total()).toBe(before)
})

test('a deleted answer comes back by undo, counted as before', async () => {
  const question = await asked(on.admin, { title: '무엇을 심을까요', body: '볕이 잘 들어요.' })
  const { body: given } = await member.post(`/api/posts/${question.id}/answers`, { body: '감나무가 좋아요' })
  const { page, words } = await at(question.link)
  const answer = page.getByRole('region', { name: words.community('answer-of', { name: '이한결' }) })
  await press(answer, words.community('more-acts'))
  await page.getByRole('menuitem', { name: words.community('delete'), exact: true }).click()
  await told(page, words.community('answer-removed'))
  await answer.waitFor({ state: 'detached' })
  await heading(page, words.community('answers-count', { n: 0 })).waitFor()
  await press(page, words.ui('undo'))
  await told(page, words.community('answer-restored'))
  await answer.getByText('감나무가 좋아요').waitFor()
  await heading(page, words.community('answers-count', { n: 1 })).waitFor()
  expect((await member.get(`/api/answers/${given.id}`)).status).toBe(200)
  expect(await page.getByRole('button', { name: words.community('new-answers') }).count()).toBe(0)
})

test('a bookmark that is taken away comes back by undo, into its folder', async () => {
  await member.put(`/api/subjects/${post.id}/bookmark`, { folder: '나중에' })
  const { page, words } = await at('/bookmarks')
  await press(page.locator('.acts').first(), words.ui('bookmark'))
  await told(page, words.ui('bookmark-removed'))
  expect((await member.get('/api/me/bookmarks')).body.items).toEqual([])
  await press(page, words.ui('undo'))
  await told(page, words.ui('bookmarked'))
  const { body } = await member.get('/api/me/bookmarks')
  expect(body.items[0]).toMatchObject({ folder: '나중에', subject: { id: post.id } })
})

test('a bookmark that is taken away on its own page comes back into its folder, too', async () => {
  await member.put(`/api/subjects/${post.id}/bookmark`, { folder: '나중에' })
  const { page, words } = await at(post.link)
  await press(page.locator('.acts').first(), words.ui('bookmark'))
  await told(page, words.ui('bookmark-removed'))
  expect((await member.get('/api/me/bookmarks')).body.items).toEqual([])
  await press(page, words.ui('undo'))
  await told(page, words.ui('bookmarked'))
  const { body } = await member.get('/api/me/bookmarks')
  expect(body.items[0]).toMatchObject({ folder: '나중에', subject: { id: post.id } })
})

test('a draft that is thrown away comes back by undo', async () => {
  const { body: board } = await member.get('/api/boards/free')
  const content = { title: '쓰다 만 글', body: '여기까지' }
  await member.put(`/api/me/drafts/post:${board.id}`, { content }, { 'if-match': '"0"' })
  const { page, words } = await at('/drafts')
  await press(page, words.community('delete-draft', { title: '쓰다 만 글' }))
  await told(page, words.community('draft-removed'))
  await page.getByRole('link', { name: '쓰다 만 글' }).waitFor({ state: 'detached' })
  await press(page, words.ui('undo'))
  await page.getByRole('link', { name: '쓰다 만 글' }).waitFor()
  expect((await member.get('/api/me/drafts')).body.items[0].content).toEqual(content)
})

test('a comment stands there before the server has it, and one that is refused goes back to its box with the reason', async () => {
  const someone = await at(post.link, [409])
  const { page, words } = someone
  const box = page.getByRole('textbox', { name: words.ui('comment-write') })
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route('**/comments', async (route) => {
    if (route.request().method() === 'POST') await held
    await route.continue()
  })
  await box.fill('먼저 보이는 댓글')
  await press(page, words.ui('comment-submit'))
  await page.locator('article[aria-busy]', { hasText: '먼저 보이는 댓글' }).waitFor()
  expect(await box.inputValue()).toBe('')
  letGo()
  await page.locator('article:not([aria-busy])', { hasText: '먼저 보이는 댓글' }).nth(1).waitFor()

  await on.admin.put(`/api/posts/${post.id}/lock`)
  await box.fill('잠긴 뒤의 댓글')
  await press(page, words.ui('comment-submit'))
  await page.getByRole('alert').waitFor()
  expect(await box.inputValue()).toBe('잠긴 뒤의 댓글')
  expect(await comment(someone, '잠긴 뒤의 댓글').count()).toBe(0)
})

test('an answer that is refused goes back to its box with the reason; sent again it stands there before the server has it', async () => {
  const question = await asked(on.admin, { title: '언제 심을까요', body: '봄일까요, 가을일까요?' })
  const { page, words } = await at(question.link, [409])
  const { community } = words
  const box = page.getByRole('textbox', { name: community('answer-write') })
  const answer = page.getByRole('region', { name: community('answer-of', { name: '이한결' }) })
  const counted = (n: number) => heading(page, community('answers-count', { n })).waitFor()
  await box.fill('가을에 **심어요**')
  await on.admin.put(`/api/posts/${question.id}/lock`)
  await press(page, community('answer-submit'))
  await page.getByRole('alert').waitFor()
  expect(await box.inputValue()).toBe('가을에 **심어요**')
  expect(await answer.count()).toBe(0)
  await counted(0)

  await on.admin.delete(`/api/posts/${question.id}/lock`)
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route('**/answers', async (route) => {
    if (route.request().method() === 'POST') await held
    await route.continue()
  })
  await press(page, community('answer-submit'))
  await page.locator('section[aria-busy]', { hasText: '가을에 **심어요**' }).waitFor()
  await counted(1)
  expect(await box.inputValue()).toBe('')
  expect(await answer.getByRole('button').count()).toBe(0)
  letGo()
  await answer.locator('strong', { hasText: '심어요' }).waitFor()
  expect(await answer.getAttribute('aria-busy')).toBe(null)
  await counted(1)
  expect(await page.getByRole('button', { name: community('new-answers') }).count()).toBe(0)
  expect((await member.get(`/api/posts/${question.id}/answers`)).body.items).toHaveLength(1)
})
