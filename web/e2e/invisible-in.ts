import type { Page } from 'playwright-core'
import sharp from 'sharp'

type Part = { what: string; left: number; top: number; width: number; height: number }

/** Whatever people read or press: controls, pictures, and the small marks that say a state. */
const parts = (page: Page): Promise<Part[]> =>
  page.evaluate(() => {
    const marks = 'a[href], button, input, select, textarea, summary, svg, h1, h2, h3, p, label, .switch, .check, .tag'
    return [...document.querySelectorAll(marks)].flatMap((one) => {
      if (!one.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }))
        return []
      const { left, top, width, height } = one.getBoundingClientRect()
      if (width < 6 || height < 6 || getComputedStyle(one).clipPath !== 'none' || top + scrollY < 0) return []
      const what = `<${one.localName} class="${one.getAttribute('class') ?? ''}"> ${one.textContent?.trim().slice(0, 30)}`
      return [{ what, left: left + scrollX, top: top + scrollY, width, height }]
    })
  })

/** Parts of the page that are there and yet nothing is drawn where they are: one even colour. */
export async function invisibleIn(page: Page): Promise<{ looked: number; unseen: string[] }> {
  const all = await parts(page)
  const picture = sharp(await page.screenshot({ fullPage: true }))
  const { data, info } = await picture.greyscale().raw().toBuffer({ resolveWithObject: true })
  const even = ({ left, top, width, height }: Part) => {
    let least = 255
    let most = 0
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(info.height, top + height); y++)
      for (let x = Math.max(0, Math.floor(left)); x < Math.min(info.width, left + width); x++) {
        const value = data[(y * info.width + x) * info.channels] ?? 0
        least = Math.min(least, value)
        most = Math.max(most, value)
      }
    return most - least < 40
  }
  return { looked: all.length, unseen: all.filter(even).map(({ what }) => what) }
}
