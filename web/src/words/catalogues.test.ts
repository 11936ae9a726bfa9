import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type CatalogueSource, catalogueFaults } from '../../build/catalogue-faults.ts'

const src = fileURLToPath(new URL('..', import.meta.url))
const folders = globSync('**/ko.json', { cwd: src }).map((file) => dirname(file))
const catalogue = (folder: string, locale: string) =>
  JSON.parse(readFileSync(join(src, folder, `${locale}.json`), 'utf8')) as CatalogueSource

test('every catalogue says the same in both languages', () => {
  expect(folders.length).toBeGreaterThanOrEqual(8)
  for (const folder of folders)
    expect(catalogueFaults({ ko: catalogue(folder, 'ko'), en: catalogue(folder, 'en') }), folder).toEqual([])
})

test('a missing key, other arguments and a broken message are found', () => {
  expect(catalogueFaults({ ko: { a: '가' }, en: {} })).toEqual(['"a" is missing in en'])
  expect(catalogueFaults({ ko: { a: '{n}개' }, en: { a: 'items' } })).toEqual(['"a" takes (n) and ()'])
  expect(catalogueFaults({ ko: { a: '{n' }, en: { a: '{n' } })[0]).toContain('"a" does not parse')
})

/** Keys that code puts together: `status-${status}`. */
const built = /`([a-z][a-z0-9-]*-)\$\{/g

test('every key is used', () => {
  for (const folder of folders) {
    const own = globSync(
      folder === 'ui' || folder === 'app' ? '{ui,app,words}/**/*.{ts,tsx}' : `${folder}/**/*.{ts,tsx}`,
      {
        cwd: src,
      },
    )
    const code = own.map((file) => readFileSync(join(src, file), 'utf8')).join('\n')
    const prefixes = [...code.matchAll(built)].map(([, prefix = '']) => prefix)
    const unused = Object.keys(catalogue(folder, 'ko')).filter(
      (key) => !code.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)),
    )
    expect(unused, folder).toEqual([])
  }
})
