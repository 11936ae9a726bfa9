import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { password, type TestMember } from '../../server/test/app.ts'
import { launchBrowser } from '../../server/test/browser.ts'
import type { Locale } from '../src/words/words.tsx'
import { type WordsForTests, wordsForTests } from './words-for-tests.ts'

/** For `vi.setConfig`: a browser needs a while on a busy machine, and what it waits for says more than a timeout. */
export const patient = { testTimeout: 90_000 }

export const desk: BrowserContextOptions = { viewport: { width: 1280, height: 800 } }
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
}

export interface VisitorOptions extends BrowserContextOptions {
  language?: Locale
  /** What a test is about: an answer of this status is no fault. The browser logs each. */
  refusals?: readonly number[]
  /** The connection is lost on the way: what the browser logs of it is no fault. */
  goesOffline?: boolean
}

/** Somebody before a browser of their own. Every fault that the browser logs fails the test. */
export interface Visitor {
  readonly context: BrowserContext
  readonly page: Page
  readonly words: WordsForTests
  /** Opens an address of the instance and waits until the page is alive. */
  open(path: string, page?: Page): Promise<void>
  /** Another tab of the same browser. */
  tab(): Promise<Page>
  /** Signs in without the screens: to set the stage. */
  enter(member: Pick<TestMember, 'email'>): Promise<void>
}

const screens = fileURLToPath(new URL('../../.madang/failed/', import.meta.url))
const patienceMs = 15_000

let browser: Promise<Browser> | undefined

/** The one of this worker; it ends with it. */
async function oneBrowser(): Promise<Browser> {
  if (browser && !(await browser).isConnected()) browser = undefined
  browser ??= launchBrowser()
  return browser
}

/** A fresh browser profile at `url`, gone when the test is. */
export async function visitor(url: string, options: VisitorOptions = {}): Promise<Visitor> {
  const { language = 'ko', refusals = [], goesOffline = false, ...rest } = options
  const context = await (await oneBrowser()).newContext({
    ...desk,
    baseURL: url,
    locale: language === 'ko' ? 'ko-KR' : 'en-US',
    timezoneId: 'Asia/Seoul',
    ...rest,
  })
  context.setDefaultTimeout(patienceMs)
  const faults: string[] = []
  context.on('page', (page) => watch(page, { refusals, goesOffline }, faults))
  const page = await context.newPage()

  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await keepScreens(context, task.name)
    await context.close()
    expect(faults, 'what the browser complained of').toEqual([])
  })

  return {
    context,
    page,
    words: wordsForTests(language),
    async open(path, on = page) {
      await on.goto(path)
      if (rest.javaScriptEnabled !== false) await on.locator('html[data-hydrated]').waitFor()
    },
    tab: () => context.newPage(),
    async enter({ email }) {
      const answer = await context.request.post('/api/sessions', { data: { email, password } })
      expect(answer.status()).toBe(201)
    },
  }
}

/** What was to be seen when the test failed. */
async function keepScreens(context: BrowserContext, test: string): Promise<void> {
  const who = context.browser()?.contexts().indexOf(context) ?? 0
  const name = test.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)
  for (const [n, page] of context.pages().entries())
    await page.screenshot({ path: join(screens, `${name}-${who}-${n}.png`) })
}

type Allowed = Required<Pick<VisitorOptions, 'refusals' | 'goesOffline'>>

function watch(page: Page, { refusals, goesOffline }: Allowed, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(String(error.stack ?? error)))
  page.on('console', (message) => {
    const text = message.text()
    const refused = Number(/^Failed to load resource: .*status of (\d+)/.exec(text)?.[1])
    if (goesOffline && text.includes('net::ERR_')) return
    if (message.type() === 'error' && !refusals.includes(refused)) faults.push(`${text} (${message.location().url})`)
  })
}
