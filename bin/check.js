#!/usr/bin/env node
import { command } from './lib/launch.js'
import { prepare } from './lib/prepare.js'
import { run } from './lib/run.js'

await command(async () => {
  const node = await prepare({ dev: true, web: true })
  const steps = [
    ['types', 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'],
    ['format and lint', 'node_modules/@biomejs/biome/bin/biome', 'check'],
    ['unused code', 'node_modules/knip/bin/knip.js'],
    ['sizes', 'web/build/budget.ts'],
  ]
  const failed = []
  for (const [name, ...args] of steps) {
    const from = Date.now()
    const code = await run(node, args)
    const seconds = ((Date.now() - from) / 1000).toFixed(1)
    process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`)
    if (code !== 0) failed.push(name)
  }
  if (failed.length > 0) process.stdout.write(`check failed: ${failed.join(', ')}\n`)
  return failed.length > 0 ? 1 : 0
})
