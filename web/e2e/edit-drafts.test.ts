import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { TestMember } from '../../server/test/app.ts'
import { asked, type Stage, stage, type Written, written } from './stage-for-tests.ts'
import { heading, press, told } from './steps-for-tests.ts'
import { patient, type Visitor, type VisitorOptions, visitor } from './visitor-for-tests.ts'

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

async function at(path: string, options: VisitorOptions = {}): Promise<Visitor> {
  const someone = await visitor(on.url, options)
  await someone.enter(author)
  await someone.open(path)
  return someone
}
const draftOf = async (key: string) => {
  const { body } = await author.get('/api/me/drafts')
  return body.items.find((draft: { key: string }) => draft.key === key)?.content
}
const patiently = { timeout: 15_000 }
const commented = async (body: string) => (await author.post(`/api/subjects/${post.id}/comments`, { body })).body
const changed = async (path: string, version: number, input: object) =>
  expect((await author.patch(path, input, { 'if-match': `"${version}"` })).status).toBe(200)
const article = (page: Page, id: string) => page.locator(`article#${id}`)

test('what was typed into a comment’s edit survives a reload, and is no draft any more once it is saved', async () => {
  const { id } = await commented('처음 쓴 댓글')
  const { page, words, open } = await at(post.link)
  const { ui } = words
  const box = article(page, id).getByRole('textbox', { name: ui('comment-edit') })
  await press(article(page, id), ui('edit'))
  await box.fill('고치다 만 댓글')
  await expect.poll(async () => (await draftOf(`edit:${id}`))?.body, patiently).toBe('고치다 만 댓글')
  await open(post.link)
  await press(article(page, id), ui('edit'))
  await article(page, id).getByText(ui('draft-resumed')).waitFor()
  await expect.poll(() => box.inputValue()).toBe('고치다 만 댓글')
  expect(await page.getByRole('region', { name: ui('saved-meanwhile') }).count()).toBe(0)
  await press(article(page, id), ui('save'))
  await article(page, id).getByText('고치다 만 댓글').waitFor()
  await box.waitFor({ state: 'detached' })
  await expect.poll(() => draftOf(`edit:${id}`), patiently).toBe(undefined)
  expect((await author.get(`/api/comments/${id}`)).body.body).toBe('고치다 만 댓글')
})

test('an edit that is given up comes back by undo', async () => {
  const { id } = await commented('그대로 둘 댓글')
  const { page, words } = await at(post.link)
  const { ui } = words
  const box = article(page, id).getByRole('textbox', { name: ui('comment-edit') })
  await press(article(page, id), ui('edit'))
  await box.fill('버렸다 되찾을 말')
  await press(article(page, id), ui('cancel'))
  await told(page, ui('draft-dropped'))
  await article(page, id).getByText('그대로 둘 댓글').waitFor()
  await press(page, ui('undo'))
  await expect.poll(() => box.inputValue()).toBe('버렸다 되찾을 말')
  await press(article(page, id), ui('cancel'))
  await press(article(page, id), ui('edit'))
  await expect.poll(() => box.inputValue()).toBe('그대로 둘 댓글')
  expect(await article(page, id).getByText(ui('draft-resumed')).count()).toBe(0)
})

test('who goes on with an edit is told what was saved meanwhile, before and while they write', async () => {
  const { id } = await commented('첫 판')
  const { page, words, open } = await at(post.link, { refusals: [412] })
  const { ui } = words
  const box = article(page, id).getByRole('textbox', { name: ui('comment-edit') })
  const meanwhile = article(page, id).getByRole('region', { name: ui('saved-meanwhile') })
  await press(article(page, id), ui('edit'))
  await box.fill('내가 고친 판')
  await expect.poll(async () => (await draftOf(`edit:${id}`))?.body, patiently).toBe('내가 고친 판')
  await changed(`/api/comments/${id}`, 1, { body: '다른 데서 고친 판' })
  await open(post.link)
  await press(article(page, id), ui('edit'))
  await meanwhile.getByText('다른 데서 고친 판').waitFor()
  expect(await box.inputValue()).toBe('내가 고친 판')

  await changed(`/api/comments/${id}`, 2, { body: '그새 또 고친 판' })
  await press(article(page, id), ui('save'))
  await article(page, id).getByRole('alert').waitFor()
  await meanwhile.getByText('그새 또 고친 판').waitFor()
  expect(await box.inputValue()).toBe('내가 고친 판')
  await press(article(page, id), ui('save'))
  await box.waitFor({ state: 'detached' })
  expect((await author.get(`/api/comments/${id}`)).body).toMatchObject({ body: '내가 고친 판', version: 4 })
})

test('two tabs that change the same answer see both texts', async () => {
  const question = await asked(on.admin, { title: '무엇을 심을까요', body: '볕이 잘 들어요.' })
  const { body: answer } = await author.post(`/api/posts/${question.id}/answers`, { body: '감나무' })
  const writer = await at(question.link, { refusals: [412] })
  const { page: first, words, open } = writer
  const { ui, community } = words
  const second = await writer.tab()
  await open(question.link, second)
  const box = (page: Page) => page.getByRole('textbox', { name: community('answer-edit') })
  for (const page of [first, second]) {
    await press(page.getByRole('region', { name: community('answer-of', { name: '이한결' }) }), community('more-acts'))
    await page.getByRole('menuitem', { name: community('edit'), exact: true }).click()
    await box(page).waitFor()
  }
  await box(first).fill('감나무와 배나무')
  await expect.poll(async () => (await draftOf(`edit:${answer.id}`))?.body, patiently).toBe('감나무와 배나무')
  await box(second).fill('감나무와 매실나무')
  const meeting = second.getByRole('region', { name: ui('draft-two') })
  await meeting.getByText('감나무와 배나무').waitFor()
  await press(meeting, ui('draft-keep-mine'))
  await expect.poll(async () => (await draftOf(`edit:${answer.id}`))?.body, patiently).toBe('감나무와 매실나무')
  await press(second, ui('save'))
  await box(second).waitFor({ state: 'detached' })
  await expect.poll(() => draftOf(`edit:${answer.id}`), patiently).toBe(undefined)
  expect((await author.get(`/api/answers/${answer.id}`)).body.body).toBe('감나무와 매실나무')
})

test('an edit of a post survives a reload, says what was saved meanwhile, and can be begun anew', async () => {
  const own = await written(author, 'free', { title: '함께 쓰는 글', body: '처음' })
  const { page, words, open } = await at(`/posts/${own.id}/edit`)
  const { community, ui } = words
  const body = page.getByRole('textbox', { name: community('body') })
  await body.fill('고치다 만 글')
  await expect.poll(async () => (await draftOf(`edit:${own.id}`))?.body, patiently).toBe('고치다 만 글')
  await changed(`/api/posts/${own.id}`, 1, { body: '먼저 고친 글' })
  await open(`/posts/${own.id}/edit`)
  await expect.poll(() => body.inputValue()).toBe('고치다 만 글')
  const meanwhile = page.getByRole('region', { name: ui('saved-meanwhile') })
  await meanwhile.getByText('먼저 고친 글').waitFor()

  await press(page, ui('draft-start-over'))
  await expect.poll(() => body.inputValue()).toBe('먼저 고친 글')
  await meanwhile.waitFor({ state: 'detached' })
  await press(page, ui('undo'))
  await expect.poll(() => body.inputValue()).toBe('고치다 만 글')
  await press(page, community('save'))
  await heading(page, '함께 쓰는 글').waitFor()
  await page.getByText('고치다 만 글').waitFor()
  await expect.poll(() => draftOf(`edit:${own.id}`), patiently).toBe(undefined)
})

test('all that was begun is listed by what it belongs to, leads there, and comes back when it was thrown away', async () => {
  const own = await on.t.signUp('여럿쓰는이')
  const question = await asked(on.admin, { title: '어디서 살까요', body: '가까운 곳이면 좋겠어요.' })
  const { body: comment } = await own.post(`/api/subjects/${post.id}/comments`, { body: '제 댓글' })
  const { body: gone } = await own.post(`/api/subjects/${post.id}/comments`, { body: '사라질 댓글' })
  const drafts = {
    [`answer:${question.id}`]: '쓰다 만 답변',
    [`comment:${post.id}`]: '쓰다 만 댓글',
    [`edit:${comment.id}`]: '고치다 만 댓글',
    [`reply:${gone.id}`]: '갈 곳 잃은 답글',
    'odd-one': '이름 모를 글',
  }
  for (const [key, body] of Object.entries(drafts))
    await own.put(`/api/me/drafts/${key}`, { content: { body } }, { 'if-match': '"0"' })
  await own.delete(`/api/comments/${gone.id}`)
  const someone = await visitor(on.url)
  await someone.enter(own)
  await someone.open('/drafts')
  const { page, words } = someone
  const { community } = words
  const row = (text: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: text })
  const says = async (text: string, of: Parameters<typeof community>[0], place: string) => {
    await row(text).getByText(community(of), { exact: true }).waitFor()
    await row(text).getByText(place, { exact: true }).waitFor()
  }
  await says('쓰다 만 답변', 'draft-of-answer', '어디서 살까요')
  await says('쓰다 만 댓글', 'draft-of-comment', '이야기해요')
  await says('고치다 만 댓글', 'draft-of-edit-comment', '이야기해요')
  await says('갈 곳 잃은 답글', 'draft-of-reply', community('draft-place-gone'))
  await says('이름 모를 글', 'draft-of-other', community('draft-place-gone'))
  expect(await row('갈 곳 잃은 답글').getByRole('link').count()).toBe(0)

  await press(page, community('delete-draft', { title: '쓰다 만 답변' }))
  await told(page, community('draft-removed'))
  await row('쓰다 만 답변').waitFor({ state: 'detached' })
  await press(page, words.ui('undo'))
  await row('쓰다 만 답변').getByRole('link').click()
  await heading(page, '어디서 살까요').waitFor()
  const box = page.getByRole('textbox', { name: community('answer-write') })
  await box.click()
  await expect.poll(() => box.inputValue()).toBe('쓰다 만 답변')
})
