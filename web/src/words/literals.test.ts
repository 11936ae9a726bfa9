import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { literalsIn } from '../../build/literals.ts'

const src = fileURLToPath(new URL('..', import.meta.url))

/** What is no word of a screen: the seed of a picture, a language's own name, how a particle pair is written. */
const allowed: Record<string, string[]> = {
  'features/settings/appearance.screen.tsx': ['한국어'],
  'ui/bare-page.tsx': ['마당의 밤'],
}

test('no component says a word of its own', () => {
  // The gallery shows specimens, to those who work on the components.
  const files = globSync('**/*.tsx', { cwd: src }).filter((file) => !/\.stories\.tsx$|^gallery\//.test(file))
  expect(files.length).toBeGreaterThan(80)
  for (const file of files) {
    const found = literalsIn(readFileSync(join(src, file), 'utf8'))
    expect(
      found.filter((literal) => !allowed[file]?.includes(literal)),
      file,
    ).toEqual([])
  }
})

test('words in text, in attributes that are read out, and Hangul anywhere are found', () => {
  expect(literalsIn('const a = <p>Hello</p>')).toEqual(['Hello'])
  expect(literalsIn('const a = <input placeholder="Search" className="input" />')).toEqual(['Search'])
  expect(literalsIn("const say = () => toast('저장했어요')")).toEqual(['저장했어요'])
  expect(literalsIn('const a = <p>·{t("key")} – 3</p>')).toEqual([])
})
