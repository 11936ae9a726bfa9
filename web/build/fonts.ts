import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, relative } from 'node:path'
import type { Plugin } from 'vite'

const source = createRequire(import.meta.url).resolve(
  'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css',
)

/** From this subset on: Latin with digits, and the commonest Hangul. Pages preload these two. */
const firstCommon = 90

const faces = (css: string): string[] => css.match(/@font-face \{[^}]*\}/g) ?? []
const numberOf = (face: string) => Number(/subset\.(\d+)\./.exec(face)?.[1])

/**
 * Fills `fonts-common.css` and `fonts-rare.css` from the package's dynamic subsets. A Korean page needs some twenty of
 * them, 600 kB: those wait until the page is drawn and alive, or a phone would fetch letters before scripts.
 */
export function fonts(): Plugin {
  return {
    name: 'madang:fonts',
    enforce: 'pre',
    transform(code, id) {
      const which = /\/fonts-(common|rare)\.css(?:\?|$)/.exec(id)?.[1]
      if (which === undefined) return undefined
      const folder = relative(dirname(id.replace(/\?.*/, '')), dirname(source))
      const wanted = faces(readFileSync(source, 'utf8')).filter(
        (face) => numberOf(face) >= firstCommon === (which === 'common'),
      )
      if (wanted.length === 0) this.error(`${source} holds no font faces of the expected form`)
      return { code: `${code}\n${wanted.join('\n').replaceAll('url(./', `url(${folder}/`)}`, map: null }
    },
  }
}
