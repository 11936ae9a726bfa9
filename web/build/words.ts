import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import core from '@messageformat/core'
import compiler from '@messageformat/core/lib/compile-module.js'
import type { Plugin } from 'vite'
import * as formatters from '../src/words/formatters.ts'
import { type CatalogueSource, catalogueFaults } from './catalogue-faults.ts'

// Both are CommonJS whose types name a default that is not there.
const MessageFormat = core as unknown as typeof core.default
const compileModule = compiler as unknown as typeof compiler.default

const locales = ['ko', 'en'] as const
const formattersFile = join(import.meta.dirname, '../src/words/formatters.ts')
/** As modules they end in `.js`: Vite leaves the imports of whatever ends in `.json` alone. */
const isCatalogue = /\/src\/.+\/(ko|en)\.json\.js$/

const customFormatters = Object.fromEntries(
  Object.entries(formatters).map(([id, formatter]) => [
    id,
    { formatter, id, arg: 'string' as const, module: formattersFile },
  ]),
)

/** The grammar of our catalogues: ICU MessageFormat with our own formatters. */
export const messageFormat = (locale: string) => new MessageFormat(locale, { customFormatters })

/** The JavaScript of one catalogue: a default export of functions by key, with nothing left to parse in the browser. */
export function compileCatalogue(locale: string, source: CatalogueSource): string {
  return compileModule(messageFormat(locale), source)
}

/** Compiles `<folder>/{ko,en}.json` (ICU MessageFormat); a key or an argument that one language lacks stops the build. */
export function words(): Plugin {
  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as CatalogueSource
  let root = ''
  return {
    name: 'madang:words',
    enforce: 'pre',
    configResolved(config) {
      root = config.root
    },
    resolveId(source, importer) {
      if (!/\/(?:ko|en)\.json(?:\.js)?$/.test(source)) return undefined
      const file = source.startsWith('/src/') ? join(root, source) : resolve(dirname(importer ?? root), source)
      const id = file.endsWith('.js') ? file : `${file}.js`
      return isCatalogue.test(id) ? id : undefined
    },
    load(id) {
      const locale = isCatalogue.exec(id)?.[1]
      if (locale === undefined) return undefined
      const sources = locales.map((name) => {
        const file = join(dirname(id), `${name}.json`)
        this.addWatchFile(file)
        return [name, read(file)] as const
      })
      const faults = catalogueFaults(Object.fromEntries(sources))
      if (faults.length > 0) this.error(`${dirname(id)}: ${faults.join('; ')}`)
      return { code: compileCatalogue(locale, read(id.slice(0, -'.js'.length))), moduleType: 'js', map: null }
    },
  }
}
