import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { mailedToken, type TestMember } from '../../server/test/app.ts'
import { type Stage, stage, type Written, written } from './stage-for-tests.ts'
import { follow, heading, press, signIn, told } from './steps-for-tests.ts'
import { patient, type Visitor, visitor } from './visitor-for-tests.ts'

vi.setConfig(patient)

let on: Stage
let member: TestMember
let post: Written
beforeAll(async () => {
  on = await stage()
  post = await written(on.admin, 'free', { title: '오늘의 마당', body: '볕이 좋아요.' })
})
afterEach(() => on.t.setTime())
afterAll(() => on.t.close())

const later = (minutes: number) => on.t.setTime(new Date(Date.now() + minutes * 60_000))
const signInLink = ({ page, words }: Visitor) =>
  page.getByRole('banner').getByRole('link', { name: words.app('sign-in') })

async function at(path: string, refusals: number[] = []): Promise<Visitor> {
  const someone = await visitor(on.url, { refusals })
  await someone.enter(member)
  await someone.open(path)
  return someone
}

test('a guest who opens a page for members signs in and is there', async () => {
  member = await on.t.signUp()
  const guest = await visitor(on.url)
  await guest.open('/settings/profile')
  await signIn(guest, member.email)
  await heading(guest.page, guest.words.settings('profile')).waitFor()
})

test('a wrong password is refused in words, and what was typed stays', async () => {
  member = await on.t.signUp()
  const guest = await visitor(on.url, { refusals: [401] })
  const { page, words, open } = guest
  await open('/sign-in')
  await signIn(guest, member.email, 'not the passphrase')
  await page.getByRole('alert').waitFor()
  expect(await page.getByLabel(words.identity('email')).inputValue()).toBe(member.email)
})

test('signing out leaves a guest, on the page and in the browser', async () => {
  member = await on.t.signUp()
  const someone = await at('/settings/security')
  await press(someone.page, someone.words.settings('sign-out'))
  await signInLink(someone).waitFor()
  await someone.open('/bookmarks')
  await heading(someone.page, someone.words.identity('welcome-back')).waitFor()
})

test('an expired access token is renewed unseen, by a press and by a page', async () => {
  member = await on.t.signUp()
  const { page, words, open } = await at(post.link, [401])
  later(20)
  const like = page
    .locator('.acts')
    .first()
    .getByRole('button', { name: words.ui('like') })
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/reaction') && answer.ok())
  await like.click()
  await kept
  later(40)
  await open(post.link)
  expect(await like.getAttribute('aria-pressed')).toBe('true')
  later(60)
  await open('/settings/profile')
  await heading(page, words.settings('profile')).waitFor()
})

test('two tabs whose token expired stay signed in both', async () => {
  member = await on.t.signUp()
  const someone = await at(post.link, [401])
  const second = await someone.tab()
  await someone.open(post.link, second)
  later(20)
  const tabs = [someone.page, second]
  const kept = tabs.map((tab) => tab.waitForResponse((answer) => answer.url().endsWith('/bookmark') && answer.ok()))
  await Promise.all(tabs.map((tab) => press(tab.locator('.acts').first(), someone.words.ui('bookmark'))))
  await Promise.all(kept)
  await someone.open('/bookmarks')
  await heading(someone.page, someone.words.activity('bookmarks')).waitFor()
})

test('a forgotten password is replaced by mail, and the old one is of no use', async () => {
  member = await on.t.signUp()
  const guest = await visitor(on.url, { refusals: [401] })
  const { page, words, open } = guest
  const { identity } = words
  await open('/sign-in')
  await follow(page, identity('forgot'))
  await heading(page, identity('recover-heading')).waitFor()
  await page.getByLabel(identity('email')).fill(member.email)
  await press(page, identity('send-reset'))
  await page.getByText(identity('recover-sent', { email: member.email })).waitFor()

  await open(`/recover?token=${await mailedToken(on.t.platform, member.email)}`)
  await page.getByLabel(identity('new-password')).fill('마당에는 감나무가 한 그루')
  await press(page, identity('change-password'))
  await heading(page, identity('welcome-back')).waitFor()
  await signIn(guest, member.email)
  await page.getByRole('alert').waitFor()
  await signIn(guest, member.email, '마당에는 감나무가 한 그루')
  await page.getByText(words.activity('ask-bar', { name: member.nickname })).waitFor()
})

test('a device that is signed out from another one is a guest at its next step', async () => {
  member = await on.t.signUp()
  const read = await written(on.admin, 'free', { title: '두고 온 글', body: '다른 기기에 열려 있어요.' })
  const lost = await at(read.link, [401])
  const here = await at('/settings/security')
  const { page, words } = here
  const devices = page.getByRole('region', { name: words.settings('sessions') }).getByRole('listitem')
  const others = devices.filter({ hasNotText: words.settings('this-device') })
  await expect.poll(() => others.count()).toBe(2)
  await press(page, words.settings('sign-out-others'))
  await told(page, words.settings('signed-out-others'))
  await expect.poll(() => devices.count()).toBe(1)

  await press(lost.page.locator('.acts').first(), words.ui('like'))
  await signInLink(lost).waitFor()
  await lost.open('/settings/profile')
  await heading(lost.page, words.identity('welcome-back')).waitFor()
})
