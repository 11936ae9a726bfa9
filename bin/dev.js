#!/usr/bin/env node
import { command } from './lib/launch.js'
import { prepare } from './lib/prepare.js'
import { run } from './lib/run.js'

await command(async () => {
  const node = await prepare({ dev: true, web: false })
  return run(node, ['bin/lib/watch.js', 'server/src/main.ts', '--dev', ...process.argv.slice(2)], { server: true })
})
