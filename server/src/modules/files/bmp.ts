import type { Raw } from 'sharp'

/** Pixels as libvips takes them. */
export interface Pixels {
  data: Buffer
  raw: Pick<Raw, 'width' | 'height'> & { channels: 3 }
}

interface Header {
  width: number
  height: number
  topDown: boolean
  bits: number
  dataAt: number
  paletteAt: number
}

function headerOf(file: Buffer): Header | undefined {
  if (file.length < 54 || file.toString('latin1', 0, 2) !== 'BM') return undefined
  const infoBytes = file.readUInt32LE(14)
  const compression = file.readUInt32LE(30)
  const bits = file.readUInt16LE(28)
  const height = file.readInt32LE(22)
  const plain = compression === 0 || (compression === 3 && bits === 32)
  if (infoBytes < 40 || !plain || ![8, 24, 32].includes(bits)) return undefined
  return {
    width: file.readInt32LE(18),
    height: Math.abs(height),
    topDown: height < 0,
    bits,
    dataAt: file.readUInt32LE(10),
    paletteAt: 14 + infoBytes,
  }
}

/**
 * Decodes an uncompressed bitmap (BITMAPINFOHEADER, 8, 24 or 32 bits a pixel, in the usual order of blue, green, red); libvips reads none. Undefined for any other, or a file shorter than its header says.
 */
export function decodeBmp(file: Buffer, maxPixels: number): Pixels | undefined {
  const header = headerOf(file)
  if (!header) return undefined
  const { width, height, bits, dataAt, paletteAt } = header
  if (width < 1 || height < 1 || width * height > maxPixels) return undefined
  const rowBytes = Math.ceil((width * bits) / 32) * 4
  if (dataAt + rowBytes * height > file.length) return undefined
  const data = Buffer.alloc(width * height * 3)
  let to = 0
  for (let y = 0; y < height; y++) {
    const row = dataAt + rowBytes * (header.topDown ? y : height - 1 - y)
    for (let x = 0; x < width; x++) {
      const at = bits >= 24 ? row + (x * bits) / 8 : paletteAt + 4 * (file[row + x] ?? 0)
      if (at + 2 >= file.length) return undefined
      data[to++] = file[at + 2] ?? 0
      data[to++] = file[at + 1] ?? 0
      data[to++] = file[at] ?? 0
    }
  }
  return { data, raw: { width, height, channels: 3 } }
}
