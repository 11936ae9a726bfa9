import { readFile } from 'node:fs/promises'
import sharp, { type Sharp, type SharpOptions, type WebpOptions } from 'sharp'
import { decodeBmp, type Pixels } from './bmp.ts'
import { bmp, type FileType } from './file-types.ts'
import { fileTooLarge, fileTypeRefused } from './problems.ts'
import { createTurns } from './turns.ts'

const maxPixels = 50_000_000
/** Decoded in JavaScript, at once: about a tenth of a second. */
const maxBitmapPixels = 12_000_000
const maxFrames = 200
/** Over all frames of an animation: decoded, it is one tall picture. */
const maxAnimatedPixels = 100_000_000
const timeoutS = 60
/** Wider moving pictures cost seconds of a core for each size. */
const widestAnimation = 640

sharp.cache(false)
sharp.concurrency(1)
const inTurn = createTurns(2, 40)

export interface Picture {
  width: number
  height: number
  frames: number
  /** A fresh pipeline over the source. */
  open(animated: boolean): Sharp
}

export interface Rendering {
  /** The size that was asked for. */
  name: string
  type: 'image/webp'
  data: Buffer
  width: number
  height: number
}

const broken = (code: string) => fileTypeRefused({ errors: [{ at: '/file', code }] })
const tooBig = (code: string, max: number) => fileTooLarge({ errors: [{ at: '/file', code }], facts: { max } })

/** Looks at the header only. Refuses what would be too much to decode, before anything is decoded. */
export async function readPicture(path: string, type: FileType): Promise<Picture> {
  const source: string | Pixels | undefined = type === bmp ? decodeBmp(await readFile(path), maxBitmapPixels) : path
  if (!source) throw broken('broken')
  const openAs = (options: SharpOptions) =>
    typeof source === 'string' ? sharp(source, options) : sharp(source.data, { ...options, raw: source.raw })
  const facts = await openAs({ limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw broken('broken')
    })
  const { width, height } = facts.autoOrient
  const frames = facts.pages ?? 1
  if (width * height > maxPixels) throw tooBig('too-many-pixels', maxPixels)
  if (frames > maxFrames) throw tooBig('too-many-frames', maxFrames)
  if (width * height * frames > maxAnimatedPixels) throw tooBig('too-many-pixels', maxAnimatedPixels)
  const open = (animated: boolean) => openAs({ failOn: 'error', limitInputPixels: maxAnimatedPixels, animated })
  return { width, height, frames, open }
}

const quality = (type: FileType) =>
  type.type === 'image/jpeg' ? { quality: 82 } : { quality: 88, smartSubsample: true }

async function render(pipeline: Sharp, name: string, options: WebpOptions): Promise<Rendering> {
  const { data, info } = await pipeline
    .webp({ effort: 4, ...options })
    .timeout({ seconds: timeoutS })
    .toBuffer({ resolveWithObject: true })
    .catch((error: Error) => {
      throw broken(/timeout/i.test(error.message) ? 'too-slow' : 'broken')
    })
  return { name, type: 'image/webp', data, width: info.width, height: info.pageHeight ?? info.height }
}

/** Squares cut from the middle of the first frame. */
export function renderAvatar(picture: Picture, type: FileType, sides: readonly number[]): Promise<Rendering[]> {
  return inTurn(() =>
    oneByOne(sides, (side) =>
      render(picture.open(false).autoOrient().resize(side, side, { fit: 'cover' }), String(side), quality(type)),
    ),
  )
}

/**
 * WebP in these widths, upright, without metadata (EXIF, GPS, colour profile turned to sRGB). None is enlarged: sizes
 * beyond the first that holds the whole picture are left out.
 */
export function renderImage(picture: Picture, type: FileType, widths: readonly number[]): Promise<Rendering[]> {
  const animated = picture.frames > 1
  const enough = widths.findIndex(
    (width) => width >= (animated ? Math.min(picture.width, widestAnimation) : picture.width),
  )
  const wanted = enough < 0 ? widths : widths.slice(0, enough + 1)
  return inTurn(() =>
    oneByOne(wanted, (width) =>
      render(
        picture.open(animated).autoOrient().resize({ width, withoutEnlargement: true }),
        String(width),
        animated ? { quality: 75, effort: 2 } : quality(type),
      ),
    ),
  )
}

async function oneByOne<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (const item of items) results.push(await work(item))
  return results
}
