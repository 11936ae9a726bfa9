import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import sharp from 'sharp'

const fonts = join(dirname(createRequire(import.meta.url).resolve('pretendard/package.json')), 'dist/public/static')
const files = { Bold: 'Pretendard-Bold.otf', Medium: 'Pretendard-Medium.otf' }

export interface TextStyle {
  weight: keyof typeof files
  sizePx: number
  colour: string
  maxWidthPx: number
}
export interface DrawnText {
  png: Buffer
  width: number
  height: number
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const wordJoiner = '\u2060'

/** Hangul breaks between words only, as on the pages; what no font here can draw is left out. */
const markupOf = (text: string) =>
  text
    .replace(/\p{Extended_Pictographic}[\u{1f3fb}-\u{1f3ff}\ufe0f\u200d]*|[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<=\p{Script=Hangul})(?=[\p{Script=Hangul}\p{P}])/gu, wordJoiner)
    .replace(/[&<>]/g, (sign) => escapes[sign] ?? '')

/** One paragraph in Pretendard, from the font file itself whatever the machine has installed. */
export async function drawText(text: string, style: TextStyle): Promise<DrawnText | undefined> {
  const { weight, sizePx, colour, maxWidthPx } = style
  const markup = markupOf(text)
  if (markup === '') return undefined
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}" letter_spacing="${Math.round(sizePx * -18)}">${markup}</span>`,
      font: `Pretendard ${weight} ${sizePx}`,
      fontfile: join(fonts, files[weight]),
      width: maxWidthPx,
      wrap: 'word-char',
      spacing: Math.round(sizePx * 0.12),
      dpi: 72,
      rgba: true,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
  return { png: data, width: info.width, height: info.height }
}
