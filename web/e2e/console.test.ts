import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { password } from '../../server/test/app.ts'
import { type Stage, stage } from './stage-for-tests.ts'
import { follow, goToPlace, heading, makeBoard, press, told } from './steps-for-tests.ts'
import { patient, type Visitor, visitor } from './visitor-for-tests.ts'

vi.setConfig(patient)

let on: Stage
beforeAll(async () => {
  on = await stage()
})
afterEach(() => on.t.setTime())
afterAll(() => on.t.close())

async function at(path: string, refusals: number[] = []): Promise<Visitor> {
  const operator = await visitor(on.url, { refusals })
  await operator.enter(on.admin)
  await operator.open(path)
  return operator
}

const tab = ({ page, words: { ops } }: Visitor, name: 'tab-settings' | 'tab-jobs' | 'tab-audit') =>
  follow(page.getByRole('navigation', { name: ops('console') }), ops(name))

test('a setting is changed, put back, and both stand in the audit', async () => {
  const operator = await at('/console')
  const { page, words } = operator
  const { ops } = words
  await heading(page, ops('console')).waitFor()
  await tab(operator, 'tab-settings')
  const line = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('spinbutton') })
    .first()
  const key = (await line.locator('.mono').textContent()) ?? ''
  const value = line.getByRole('spinbutton')
  const before = Number(await value.inputValue())
  await value.fill(String(before + 1))
  await press(line, ops('save'))
  await told(page, ops('saved'))
  await page.reload()
  expect(await value.inputValue()).toBe(String(before + 1))
  await press(line, ops('revert'))
  await told(page, ops('reverted'))
  await expect.poll(() => value.inputValue()).toBe(String(before))
  await tab(operator, 'tab-audit')
  await expect.poll(() => page.getByRole('row').filter({ hasText: key }).count()).toBe(2)
})

test('a job is run and seen to end', async () => {
  const operator = await at('/console/jobs')
  const { page, words } = operator
  const job = page
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: words.ops('run-now') }) })
    .first()
  await press(job, words.ops('run-now'))
  await told(page, words.ops('job-started'))
  await page
    .getByRole('region', { name: words.ops('last-run') })
    .getByText(words.ops('run-COMPLETED'))
    .waitFor()
})

test('a board with a category is made and people find it', async () => {
  const operator = await at('/console')
  const { page, words } = operator
  const { ops } = words
  await makeBoard(operator, '텃밭', 'garden', ops('kind-discussion'))
  const categories = page.getByRole('region', { name: ops('categories') })
  await categories.getByLabel(ops('category-name')).fill('열매')
  await press(categories, ops('add-category'))
  await told(page, ops('category-added'))
  await goToPlace(operator, '게시판')
  await follow(page, '텃밭')
  await heading(page, '텃밭').waitFor()
  await page.getByText('열매').first().waitFor()
})

test('a role is given after the password was asked for', async () => {
  await on.t.signUp('새운영진')
  const operator = await at('/console/people', [403])
  const { page, words } = operator
  const { ops, ui } = words
  on.t.setTime(new Date(Date.now() + 11 * 60_000))
  await page.getByLabel(ops('find-member')).fill('새운영')
  await press(page, '새운영진')
  await page.getByLabel(ops('role'), { exact: true }).selectOption({ label: ops('role-moderator') })
  await page.getByLabel(ops('reason')).fill('이웃들이 추천했어요')
  await press(page, ops('give-role'))
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(ui('password')).fill(password)
  await press(dialog, ui('confirm'))
  await told(page, ops('role-given'))
})
