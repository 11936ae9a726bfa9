import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Stage, stage } from '../../../../web/e2e/stage-for-tests.ts'
import { follow, goToPlace, heading, press, told } from '../../../../web/e2e/steps-for-tests.ts'
import { desk, patient, phone, visitor } from '../../../../web/e2e/visitor-for-tests.ts'

vi.setConfig(patient)

let on: Stage
beforeAll(async () => {
  on = await stage()
})
afterAll(() => on.t.close())

const wordsIn = (language: 'ko' | 'en'): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../src/features/notes/${language}.json`, import.meta.url), 'utf8'))

test.each([
  { language: 'ko', device: desk },
  { language: 'en', device: phone },
] as const)(
  'a member finds the place, writes, and reads what was written ($language)',
  async ({ language, device }) => {
    const someone = await visitor(on.url, { ...device, language })
    const { page, open } = someone
    const { notes = '', write = '', title = '', body = '', publish = '', published = '' } = wordsIn(language)
    await someone.enter(on.admin)
    await open('/')
    await goToPlace(someone, language === 'ko' ? '노트' : 'Notes')
    await heading(page, notes).waitFor()
    await follow(page.getByRole('main'), write)
    await page.getByLabel(title).fill(`둥근 달 ${language}`)
    await page.getByLabel(body).fill('**밝아요**')
    await press(page, publish)
    await told(page, published)
    await heading(page, `둥근 달 ${language}`).waitFor()
    expect(await page.locator('.prose strong').textContent()).toBe('밝아요')
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
  },
)

test('a guest reads the list without JavaScript', async () => {
  await on.admin.post('/api/notes', { title: '조용한 밤', body: '별' })
  const { page, open } = await visitor(on.url, { javaScriptEnabled: false })
  await open('/notes')
  await follow(page.getByRole('main'), '조용한 밤')
  await heading(page, '조용한 밤').waitFor()
})
