import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compress, encodingOf } from './compress.ts'

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.5', 'br'],
  ['identity', 'identity'],
  [undefined, 'identity'],
])('%j is answered with %s', (accept, encoding) => {
  expect(encodingOf(accept)).toBe(encoding)
})

test('what was compressed is whole again', async () => {
  const html = Buffer.from('<p>마당</p>'.repeat(500))
  expect(brotliDecompressSync(await compress(html, 'br'))).toEqual(html)
  expect(gunzipSync(await compress(html, 'gzip'))).toEqual(html)
  expect(await compress(html, 'identity')).toBe(html)
})
