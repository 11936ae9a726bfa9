import { createHash } from 'node:crypto'
import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { npm } from './npm.js'
import { compileCache, readText, root, stateDir, writeText } from './paths.js'
import { runtime } from './runtime.js'
import { saying } from './say.js'

const lockFile = join(root, 'package-lock.json')
// npm's own record of what lies in node_modules
const record = join(root, 'node_modules/.package-lock.json')
const mark = join(stateDir, 'installed')
const interrupted = join(stateDir, 'installing')

/** Whether node_modules holds what the lock file names; with `dev`, also what only tests and checks need. */
export function hasPackages(dev) {
  if (existsSync(interrupted) || !existsSync(record)) return false
  const marked = readText(mark)
  return marked === markOf(true) || (!dev && marked === markOf(false)) || recordFits(dev)
}

export async function installPackages(dev) {
  const isFresh = existsSync(interrupted) || !existsSync(record)
  const all = dev || (!isFresh && recordHasDev())
  const flavour = all ? '--include=dev' : '--omit=dev'
  // ci would pull the packages away from under a server that runs from the same folder
  const command = isFresh ? ['ci'] : ['install', '--no-save']
  await saying('installing packages (only when they have changed)', async () => {
    writeText(interrupted, '')
    await npm([...command, flavour, '--engine-strict=false'], root, runtime())
    rmSync(interrupted, { force: true })
    rmSync(compileCache, { recursive: true, force: true })
    writeText(mark, markOf(all))
  })
}

function markOf(dev) {
  const key = createHash('sha256').update(readText(lockFile)).update(`${process.platform}-${process.arch}`)
  return `${key.digest('hex')} ${dev ? 'all' : 'without dev'} ${statSync(record).mtimeMs}`
}

function packagesIn(file) {
  return JSON.parse(readText(file)).packages
}

function recordHasDev() {
  return Object.values(packagesIn(record)).some(({ dev }) => dev)
}

/** For who ran npm by hand. */
function recordFits(dev) {
  try {
    const wanted = packagesIn(lockFile)
    const found = packagesIn(record)
    return Object.entries(wanted).every(([path, { version, optional, devOptional, dev: onlyDev }]) => {
      if (path === '' || optional || devOptional || (onlyDev && !dev)) return true
      return found[path]?.version === version
    })
  } catch {
    return false
  }
}
