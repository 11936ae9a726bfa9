import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { TestMember } from '../../server/test/app.ts'
import { asked, type Stage, stage, type Written, written } from './stage-for-tests.ts'
import { follow, heading, press } from './steps-for-tests.ts'
import { patient, type Visitor, visitor } from './visitor-for-tests.ts'

vi.setConfig(patient)

let on: Stage
let post: Written
let second: Written
let question: Written
let author: TestMember
beforeAll(async () => {
  on = await stage()
  author = await on.t.signUp('이한결')
  second = await written(author, 'free', { title: '둘째 줄', body: '아래에 있어요.' })
  post = await written(author, 'free', { title: '첫째 줄', body: '위에 있어요.' })
  await on.admin.post(`/api/subjects/${post.id}/comments`, { body: '먼저 쓴 댓글' })
  question = await asked(author, { title: '언제 심나요?', body: '봄인가요?' })
})
afterAll(() => on.t.close())

async function member(path: string): Promise<Visitor> {
  const someone = await visitor(on.url)
  await someone.enter(on.admin)
  await someone.open(path)
  return someone
}
const help = ({ page, words: { habits } }: Visitor) => page.getByRole('dialog', { name: habits('keys') })

test('? names the keys, g and a letter goes, also with 한글 on', async () => {
  const someone = await member('/')
  const { page, words } = someone
  await page.keyboard.press('?')
  await help(someone).getByText(words.habits('key-j')).waitFor()
  await page.keyboard.press('Escape')
  await help(someone).waitFor({ state: 'detached' })
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await heading(page, words.community('boards')).waitFor()
  for (const init of [
    { key: 'ㅎ', code: 'KeyG', bubbles: true },
    { key: 'ㅂ', code: 'KeyQ', bubbles: true },
  ])
    await page.evaluate((letter) => document.body.dispatchEvent(new KeyboardEvent('keydown', letter)), init)
  await heading(page, words.community('questions')).waitFor()
})

test('j and k move over the rows of a list, o opens one, u goes back to the list', async () => {
  const { page } = await member('/boards/free')
  await page.keyboard.press('j')
  await page.locator('a:focus', { hasText: post.title }).waitFor()
  await page.keyboard.press('j')
  await page.locator('a:focus', { hasText: second.title }).waitFor()
  await page.keyboard.press('k')
  await page.locator('a:focus', { hasText: post.title }).waitFor()
  await page.keyboard.press('o')
  await heading(page, post.title).waitFor()
  await page.keyboard.press('u')
  await page.getByRole('link', { name: second.title }).waitFor()
})

test('l likes, s keeps, r begins a comment, and while one types they are letters', async () => {
  const { page, words } = await member(post.link)
  const acts = page.locator('.acts').first()
  await page.keyboard.press('l')
  await acts.getByRole('button', { name: words.ui('like'), pressed: true }).waitFor()
  await page.keyboard.press('s')
  await acts.getByRole('button', { name: words.ui('bookmark'), pressed: true }).waitFor()
  await page.getByRole('textbox', { name: words.ui('comment-write') }).waitFor()
  await page.keyboard.press('r')
  await page.locator('textarea:focus').waitFor()
  await page.keyboard.type('glad')
  expect(await page.getByRole('textbox', { name: words.ui('comment-write') }).inputValue()).toBe('glad')
  await acts.getByRole('button', { name: words.ui('like'), pressed: true }).waitFor()
})

test('c writes where the page would', async () => {
  const { page, words } = await member('/boards/qna')
  await page.keyboard.press('c')
  await page.waitForURL('**/write?to=qna')
  await heading(page, words.community('ask')).waitFor()
})

test('e offers to archive a resolved question', async () => {
  const { body: answer } = await on.admin.post(`/api/posts/${question.id}/answers`, { body: '봄에 심어요.' })
  await author.post(`/api/posts/${question.id}/acceptance`, { answerId: answer.id })
  const { page, words } = await member(question.link)
  await page.keyboard.press('e')
  await heading(page, words.community('archive')).waitFor()
})

test('who turns the keys off in the settings is left alone by letters, but not by Ctrl K', async () => {
  const someone = await member('/settings/appearance')
  const { page, words } = someone
  await page.getByRole('switch', { name: words.settings('keys') }).click()
  await follow(page.getByRole('navigation', { name: words.app('places'), exact: true }), '게시판')
  await heading(page, words.community('boards')).waitFor()
  await page.keyboard.press('?')
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: words.habits('palette') })
  await palette.locator('input:focus').waitFor()
  expect(new URL(page.url()).pathname).toBe('/boards')
  await page.keyboard.type(words.habits('act-keys'))
  await page.keyboard.press('Enter')
  await help(someone).getByText(words.habits('keys-off')).waitFor()
  await press(help(someone), words.habits('close'))
})
