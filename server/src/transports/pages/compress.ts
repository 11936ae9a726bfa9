import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

// Off the event loop; quality 4 takes about a millisecond for a page.
const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

const taking = (name: string) => new RegExp(`(?:^|,)\\s*${name}\\s*(?:;(?!\\s*q=0(?:\\.0*)?\\s*(?:,|$))|,|$)`, 'i')
const takesBrotli = taking('br')
const takesGzip = taking('gzip')

/** The best encoding that this Accept-Encoding takes; one with `q=0` is refused. */
export function encodingOf(accept: string | string[] | undefined): Encoding {
  const wishes = String(accept ?? '')
  if (takesBrotli.test(wishes)) return 'br'
  return takesGzip.test(wishes) ? 'gzip' : 'identity'
}

export async function compress(html: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return html
  return encoding === 'br' ? brotli(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }) : zip(html, { level: 4 })
}
