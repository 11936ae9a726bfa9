import sharp, { type OverlayOptions } from 'sharp'
import { cloths } from '../../../../../web/src/ui/cloths.ts'
import { type DrawnText, drawText } from './draw-text.ts'
import { hexOf } from './oklch.ts'

/** What stands on a card; without a title it is the instance's own. */
export interface Card {
  /** Cuts the cloth at its side: the same for the same subject everywhere. */
  seed: string
  instance: string
  title?: string
  /** Where, who, when. */
  line: string
}

const [width, height] = [1200, 630]
const [left, right] = [72, 872]
const band = { x: 932, width: 268 }
const titleHeight = 330
const titleSizes = [66, 56, 48]
const titleSigns = 140

// As in web/src/ui/tokens.css, in light.
const surface = hexOf('oklch(1 0 0)')
const ink = hexOf('oklch(0.225 0.016 172)')
const ink2 = hexOf('oklch(0.405 0.016 172)')
const brand = hexOf('oklch(0.455 0.083 168)')
const signal = hexOf('oklch(0.575 0.178 40)')
const brandHue = 168

const logo = `<g transform="translate(${left} 64) scale(2)"><path d="M9 20.2H6.6A2.8 2.8 0 0 1 3.8 17.4V6.6a2.8 2.8 0 0 1 2.8-2.8h10.8a2.8 2.8 0 0 1 2.8 2.8v10.8a2.8 2.8 0 0 1-2.8 2.8H15" fill="none" stroke="${brand}" stroke-width="3.4" stroke-linecap="round"/><rect x="9.9" y="9.9" width="4.2" height="4.2" rx="1" fill="${signal}"/></g>`

function background(seed: string, hue?: number): Buffer {
  const cut = cloths(seed, hue).map(({ path, fill }) => `<path d="${path}" fill="${hexOf(fill)}"/>`)
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${surface}"/>${logo}<svg x="${band.x}" width="${band.width}" height="${height}" viewBox="0 0 ${(band.width * 180) / height} 180">${cut.join('')}</svg></svg>`,
  )
}

const shortened = (text: string, most: number) => {
  const signs = [...text]
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : text
}

/** The largest size at which the title fits; a very long word loses its end. */
async function drawTitle(title: string): Promise<DrawnText | undefined> {
  const draw = (text: string, sizePx: number) =>
    drawText(text, { weight: 'Bold', sizePx, colour: ink, maxWidthPx: right - left })
  let text = shortened(title, titleSigns)
  for (const size of titleSizes) {
    const drawn = await draw(text, size)
    if (!drawn || drawn.height <= titleHeight) return drawn
  }
  for (;;) {
    text = shortened(text, Math.floor([...text].length * 0.8))
    const drawn = await draw(text, titleSizes.at(-1) ?? 0)
    if (!drawn || drawn.height <= titleHeight) return drawn
  }
}

/** A share card: 1200 × 630, PNG. */
export async function drawCard({ seed, instance, title, line }: Card): Promise<Buffer> {
  const small = { weight: 'Medium', colour: ink2, maxWidthPx: right - left } as const
  const name = await drawText(shortened(instance, 30), { ...small, sizePx: 32, colour: ink })
  const heading = await drawTitle(title ?? instance)
  const foot = await drawText(shortened(line, 60), { ...small, sizePx: 28 })
  const put = (text: DrawnText | undefined, x: number, y: number): OverlayOptions[] =>
    text ? [{ input: text.png, left: x, top: Math.round(y) }] : []
  return sharp(background(seed, title === undefined ? brandHue : undefined))
    .composite([
      ...put(title === undefined ? undefined : name, left + 64, 64 + 24 - (name?.height ?? 0) / 2),
      ...put(heading, left, 330 - (heading?.height ?? 0) / 2),
      ...put(foot, left, height - 72 - (foot?.height ?? 0)),
    ])
    .png({ palette: true, effort: 4 })
    .toBuffer()
}
