import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const src = fileURLToPath(new URL('../..', import.meta.url))
const rawColour = /#[0-9a-f]{3,8}\b(?=[^{]*[;,)])|\b(?:rgba?|hsla?|oklch|oklab|lab|lch|color)\((?!from)/i
/** Arbitrary values of Tailwind beside the measure of prose: sizes and margins are on the scale. */
const offScale = /\b(?:text|leading|tracking|[mp][trblxy]?|gap(?:-[xy])?|space-[xy]|rounded|shadow)-\[/

const drawn = ['ui/tokens.css', 'ui/patchwork.ts', 'ui/cloths.ts']

test('colours are written in the tokens alone', () => {
  const files = globSync('**/*.{css,ts,tsx}', { cwd: src }).filter(
    (file) => !drawn.includes(file) && !/\.test\./.test(file),
  )
  expect(files.length).toBeGreaterThan(120)
  for (const file of files)
    for (const line of readFileSync(join(src, file), 'utf8').split('\n')) {
      if (file.endsWith('.css')) expect(rawColour.test(line) && line, file).toBe(false)
      else expect(/['"`](?:#[0-9a-f]{3,8}|(?:rgba?|hsla?|oklch)\()/i.test(line) && line, file).toBe(false)
    }
})

test('sizes and margins come from the scale', () => {
  for (const file of globSync('**/*.tsx', { cwd: src })) {
    const found = readFileSync(join(src, file), 'utf8').match(offScale)
    expect(found, file).toBe(null)
  }
})

test('a raw colour and a margin off the scale are found', () => {
  expect(rawColour.test('  color: #16684f;')).toBe(true)
  expect(rawColour.test('  background: oklch(0.9 0.1 20);')).toBe(true)
  expect(rawColour.test('  color: var(--ink);')).toBe(false)
  expect(offScale.test('className="mt-[13px]"')).toBe(true)
  expect(offScale.test('className="mt-3 max-w-[704px]"')).toBe(false)
})
