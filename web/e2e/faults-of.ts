import axe, { type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const asked = (colours: 'too' | 'alone' | 'left out'): RunOptions => ({
  resultTypes: ['violations'],
  runOnly: colours === 'alone' ? ['color-contrast'] : { type: 'tag', values: levels },
  rules:
    colours === 'alone' ? {} : { 'target-size': { enabled: true }, 'color-contrast': { enabled: colours === 'too' } },
})

/** What axe says of the page as it stands; of colours alone, or of all but colours. */
export async function axeFaults(page: Page, { colours = 'too' }: { colours?: 'too' | 'alone' | 'left out' } = {}) {
  // The program is big, and a page is looked at many times: it is sent once a page.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async (options) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, options)
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary = '' }) => `${id} ${target.join(' ')}: ${failureSummary.replaceAll(/\s+/g, ' ')}`,
      ),
    )
  }, asked(colours))
}

/** The page is wider than its window, or something reaches out of it where nobody can scroll to. */
export const widthFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const rolls = (one: Element | null): boolean =>
      one !== null &&
      one !== document.body &&
      one !== document.documentElement &&
      (getComputedStyle(one).overflowX !== 'visible' || rolls(one.parentElement))
    const out = [...document.body.querySelectorAll('*')].filter((one) => {
      const { right, width: own } = one.getBoundingClientRect()
      return own > 1 && right > width + 1 && one.checkVisibility() && !rolls(one.parentElement)
    })
    const wide = document.documentElement.scrollWidth
    return [
      ...(wide > width ? [`is ${wide} px wide in ${width}`] : []),
      ...out.slice(0, 3).map((one) => `<${one.localName} class="${one.className}"> reaches out of ${width} px`),
    ]
  })

/** One h1, one main that the skip link can reach, and a name for each way through the page. */
export const landmarkFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const seen = (selector: string) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility())
    const named = (one: Element) =>
      one.getAttribute('aria-label')?.trim() ||
      document.getElementById(one.getAttribute('aria-labelledby') ?? '')?.textContent?.trim()
    const count = (selector: string) => (seen(selector).length === 1 ? [] : [`${seen(selector).length} of ${selector}`])
    return [
      ...count('h1'),
      ...count('main#main'),
      ...seen('nav, aside, [role=region], [role=complementary], [role=navigation]')
        .filter((one) => !named(one))
        .map((one) => `<${one.localName} class="${one.className}"> has no name`),
      ...(document.title.trim() ? [] : ['no title']),
    ]
  })

/** For who asked for no motion: whatever moves, or would, for longer than a hundredth of a second. */
export const motionFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const most = 0.01
    const seconds = (list: string) => Math.max(...list.split(',').map((one) => Number.parseFloat(one)))
    const running = document.getAnimations().filter((one) => {
      const { endTime } = one.effect?.getComputedTiming() ?? {}
      return Number(endTime) > most * 1000
    })
    const would = [...document.querySelectorAll('*')].flatMap((one) =>
      [null, '::before', '::after'].flatMap((part) => {
        const style = getComputedStyle(one, part)
        const moves =
          seconds(style.transitionDuration) > most ||
          (style.animationName !== 'none' &&
            (seconds(style.animationDuration) > most || style.animationIterationCount === 'infinite'))
        return moves || style.scrollBehavior === 'smooth'
          ? [`${one.localName}.${one.className}${part ?? ''} moves`]
          : []
      }),
    )
    return [...running.map((one) => `an animation runs ${one.effect?.getComputedTiming().endTime} ms`), ...would]
  })
