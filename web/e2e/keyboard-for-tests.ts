import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Visitor } from './visitor-for-tests.ts'

/** More stops than any page has before what is looked for. */
const mostStops = 120

/** What is wrong with where the focus is: nothing tells it from the rest, or something lies over it. */
const focusFault = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const one = document.activeElement
    // Past the last stop the focus is in the browser's own bars.
    if (!one || one === document.body || one === document.documentElement) return undefined
    const what = `<${one.localName} class="${one.className}"> ${one.textContent?.trim().slice(0, 40)}`
    const seen = (colour: string) => colour !== 'transparent' && !/[,/] ?0\)$/.test(colour)
    const ringed = (at: Element | null) =>
      at !== null &&
      [null, '::after'].some((part) => {
        const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(at, part)
        const outlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && seen(outlineColor)
        return outlined || /\b0px 0px 0px [23]px(?! inset)/.test(boxShadow)
      })
    // What is there for screen readers alone shows nothing of its own: its label does.
    const shown = one.matches('.sr') ? one.closest('label') : one
    // A frame that holds a field with its tools wears the ring for it.
    const frame = one.closest('.composer, .sbox, .topsearch, .optcard')
    // The palette's box is the only stop of a window that opens for it: its caret says enough.
    const alone = one.matches('[role=combobox]') && one.closest('[role=dialog]')
    if (!ringed(shown) && !ringed(frame) && !alone) return `no ring around ${what}`
    const { left, top, width, height } = (shown ?? one).getBoundingClientRect()
    const over = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20))
    if (!over) return `outside of the window: ${what}`
    const own = one.contains(over) || over.contains(one) || over.closest('label')?.contains(one)
    // A toast goes by itself.
    return own || over.closest('.toast') ? undefined : `<${over.localName} class="${over.className}"> lies over ${what}`
  })

export interface Keyboard {
  press(key: string): Promise<void>
  type(text: string): Promise<void>
  /** Tab, or Shift Tab, until the focus is there; each stop on the way shows where it is. */
  reach(what: Locator, back?: 'back'): Promise<void>
  /** `reach`, then the key that sets it off. */
  use(what: Locator, key?: 'Enter' | 'Space', back?: 'back'): Promise<void>
  /** How often a pointer did anything. */
  pointed(): number
}

/** Hands that have a keyboard and nothing else. */
export async function keyboardOf({ context, page }: Visitor): Promise<Keyboard> {
  let pointed = 0
  await context.exposeFunction('pointedAt', () => pointed++)
  await context.addInitScript(() => {
    for (const type of ['pointerdown', 'mousedown', 'mousemove', 'touchstart', 'wheel'])
      addEventListener(type, () => (window as unknown as { pointedAt(): void }).pointedAt(), true)
  })
  const { keyboard } = page
  const reach: Keyboard['reach'] = async (what, back) => {
    await what.first().waitFor()
    const there = () => what.first().evaluate((one) => one === document.activeElement)
    for (let stops = 0; !(await there()); stops++) {
      if (stops > mostStops) throw new Error(`no key leads to ${what}`)
      await keyboard.press(back ? 'Shift+Tab' : 'Tab')
      expect(await focusFault(page)).toBeUndefined()
    }
  }
  return {
    press: (key) => keyboard.press(key),
    type: (text) => keyboard.type(text),
    reach,
    async use(what, key = 'Enter', back) {
      await reach(what, back)
      await keyboard.press(key)
    },
    pointed: () => pointed,
  }
}
