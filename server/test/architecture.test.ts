import { glob } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { expect, test } from 'vitest'
import { cruiseOptions, walls } from './walls.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const planted = fileURLToPath(new URL('./planted-walls/', import.meta.url))

async function violations(baseDir: string, folders: string[]) {
  const { output } = await cruise(folders, { ...cruiseOptions, ruleSet: { forbidden: walls }, validate: true, baseDir })
  const { summary, modules } = output as ICruiseResult
  return {
    found: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    read: modules.map(({ source }) => source),
  }
}

test('nobody climbs over a wall, and every file was looked at', { timeout: 120_000 }, async () => {
  const { found, read } = await violations(root, ['server/src', 'web/src'])
  const files = await Array.fromAsync(glob(['server/src/**/*.ts', 'web/src/**/*.{ts,tsx}'], { cwd: root }))
  expect(files.length).toBeGreaterThan(150)
  expect(files.filter((file) => !read.includes(file))).toEqual([])
  expect(found).toEqual([])
})

test('each wall catches the violation planted for it', async () => {
  const { found } = await violations(planted, ['server/src', 'web/src'])
  const caught = new Set(found.map((line) => line.split(':')[0]))
  expect(walls.map(({ name }) => name).filter((name) => !caught.has(name))).toEqual([])
})
