#!/usr/bin/env node
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command } from './lib/launch.js'
import { readText } from './lib/paths.js'
import { prepare } from './lib/prepare.js'
import { run } from './lib/run.js'

const nothing = '{"passed":0,"failed":0,"skipped":0,"unsteady":[]}'
const folder = mkdtempSync(join(tmpdir(), 'madang-counts-'))
const file = join(folder, 'counts.json')

process.on('exit', (code) => {
  const { passed, failed, skipped, unsteady } = JSON.parse(readText(file) || nothing)
  rmSync(folder, { recursive: true, force: true })
  for (const name of unsteady) process.stdout.write(`passed only when tried again: ${name}\n`)
  if (skipped > 0) process.stdout.write(`${skipped} skipped\n`)
  // what fails outside of every test (a set-up, a missing backend) is a failure all the same
  process.stdout.write(`${passed} passed, ${code !== 0 && failed === 0 ? 1 : failed} failed\n`)
})

await command(async () => {
  const node = await prepare({ dev: true, web: true })
  const args = ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)]
  return run(node, args, { env: { MADANG_TEST_COUNTS: file } })
})
