import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Locale } from '../src/words/words.tsx'
import type { Screen, Who } from './screen-list.ts'

export type Theme = 'light' | 'dark'
/** One round over the screens: a width and a language; each stop is shot in the themes. */
export interface Round {
  width: number
  locale: Locale
  themes: readonly Theme[]
}
export interface Shot {
  screen: Screen
  width: number
  locale: Locale
  theme: Theme
  file: string
  /** What went wrong there, for whoever looks at the picture. */
  faults: string[]
}

const pagesAtOnce = 2
const mostHeight = 2400
const heights: Record<number, number> = { 390: 844 }

async function signedIn(browser: Browser, url: string, round: Round, who: Who, password: string) {
  const { width, locale } = round
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: heights[width] ?? 800 },
    isMobile: width < 768,
    hasTouch: width < 768,
    locale: locale === 'ko' ? 'ko-KR' : 'en-US',
    timezoneId: 'Asia/Seoul',
    reducedMotion: 'reduce',
  })
  if (who === 'guest') return context
  const answer = await context.request.post('/api/sessions', { data: { email: `${who}@demo.invalid`, password } })
  if (!answer.ok()) throw new Error(`${who} could not sign in: ${answer.status()}`)
  return context
}

async function shoot(page: Page, screen: Screen, round: Round, folder: string): Promise<Shot[]> {
  const { width, locale } = round
  const faults: string[] = []
  const onFault = (error: Error) => faults.push(error.message)
  page.on('pageerror', onFault)
  const shots: Shot[] = []
  try {
    await page.goto(screen.path)
    await page.locator('html[data-hydrated]').waitFor()
    await page.waitForLoadState('networkidle')
    for (const theme of round.themes) {
      await page.emulateMedia({ colorScheme: theme })
      const file = `${screen.name}-${width}-${theme}-${locale}.png`
      const whole = await page.evaluate(() => document.documentElement.scrollHeight)
      const clip = { x: 0, y: 0, width, height: Math.min(whole, mostHeight) }
      await page.screenshot({ path: join(folder, file), fullPage: true, clip })
      shots.push({ screen, width, locale, theme, file, faults })
    }
  } catch (error) {
    faults.push((error as Error).message)
    shots.push({ screen, width, locale, theme: round.themes[0] ?? 'light', file: '', faults })
  }
  page.off('pageerror', onFault)
  return shots
}

/** Opens every screen before those who see it, a few at a time. */
export async function shootRound(
  browser: Browser,
  { url, password }: { url: string; password: string },
  screens: readonly Screen[],
  round: Round,
  folder: string,
): Promise<Shot[]> {
  const contexts = new Map<Who, BrowserContext>()
  for (const who of new Set(screens.map((screen) => screen.who)))
    contexts.set(who, await signedIn(browser, url, round, who, password))
  const left = [...screens]
  const shots: Shot[] = []
  const work = async () => {
    for (let screen = left.shift(); screen; screen = left.shift()) {
      const page = await contexts.get(screen.who)?.newPage()
      if (!page) continue
      shots.push(...(await shoot(page, screen, round, folder)))
      await page.close()
    }
  }
  await Promise.all(Array.from({ length: pagesAtOnce }, work))
  for (const context of contexts.values()) await context.close()
  return shots
}
