import { expect, test } from 'vitest'
import { builtSizes, limits, type Manifest, screenSizes, tooHeavy } from './budget.ts'

test('the first page is light: scripts up to 150 kB, styles up to 25 kB after gzip', () => {
  const sizes = builtSizes()
  expect(sizes.length).toBeGreaterThan(30)
  expect(tooHeavy(sizes)).toEqual([])
})

test('a screen that grows too heavy is named, by what it brings itself and through others', () => {
  const screen = 'src/features/wiki/home.screen.tsx'
  const manifest: Manifest = {
    'src/app/entry-client.tsx': { file: 'entry.js', css: ['all.css'], imports: ['_shell.js'] },
    '_shell.js': { file: 'shell.js' },
    'src/app/ko.json.js': { file: 'words.js' },
    'src/ui/ko.json.js': { file: 'words.js' },
    'src/features/wiki/ko.json.js': { file: 'wiki-words.js' },
    [screen]: { file: 'home.js', imports: ['_shell.js', '_editor.js'] },
    '_editor.js': { file: 'editor.js', css: ['editor.css'] },
  }
  const sizes = (bytes: Record<string, number>) => screenSizes(manifest, (file) => bytes[file] ?? 0)
  expect(tooHeavy(sizes({ 'shell.js': 110_000, 'editor.js': 40_000, 'all.css': 25_000 }))).toEqual([])
  expect(tooHeavy(sizes({ 'shell.js': 110_000, 'editor.js': 40_001, 'editor.css': limits.styles + 1 }))).toEqual([
    `${screen}: scripts of a first page are 150.0 kB, at most 150`,
    `${screen}: scripts beyond the shell are 40.0 kB, at most 40`,
    `${screen}: styles are 25.0 kB, at most 25`,
  ])
  expect(() => screenSizes({ ...manifest, 'src/ui/ko.json.js': undefined as never }, () => 0)).toThrow(
    'src/ui/ko.json.js',
  )
})
