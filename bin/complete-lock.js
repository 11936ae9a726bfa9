#!/usr/bin/env node
// npm leaves packages of other platforms out of package-lock.json where the registry it asks lacks them (a mirror),
// and `npm ci` then refuses the file everywhere. Run after every change of dependencies; writes what is missing.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { missingEntries } from './lib/lock-file.js'
import { root } from './lib/paths.js'

const file = join(root, 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const missing = missingEntries(lock.packages)
const all = Object.entries({ ...lock.packages, ...missing })
lock.packages = Object.fromEntries(all.sort(([a], [b]) => a.localeCompare(b, 'en')))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
process.stdout.write(`${Object.keys(missing).length} entries added\n`)
