import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { capture } from './capture.js'
import { readText, root, writeText } from './paths.js'
import { runtime } from './runtime.js'
import { Stop, say, saying } from './say.js'

const web = join(root, 'web')
const built = join(web, 'dist/.built-from')
const notBuilt = /(^|\/)(dist|node_modules|e2e|gallery)$|\.(test|stories)\.tsx?$/
const imports = /['"](\.{1,2}\/[^'"\n]+\.tsx?)['"]/g

/** Whether the web part was built from the sources that lie here now. */
export function hasWeb() {
  if (existsSync(join(web, 'vite.config.ts'))) return readText(built) === hashOfSources()
  say('there is no web part in this checkout: serving the API alone')
  return true
}

export async function buildWeb() {
  await saying('building the web part (only when it has changed)', async () => {
    const hash = hashOfSources()
    rmSync(built, { force: true })
    const vite = join(root, 'node_modules/vite/bin/vite.js')
    const { code, output } = await capture(runtime(), [vite, 'build', '--app', '--logLevel=warn'], { cwd: web })
    if (code !== 0) throw new Stop(`the web part could not be built\n${output.trim()}`)
    writeText(built, hash)
  })
}

/** Of everything under web/, of what is imported from there (some of it lies in server/), and of the packages. */
function hashOfSources() {
  const files = new Set([join(root, 'package-lock.json'), join(root, 'tsconfig.json'), ...filesBelow(web)])
  const hash = createHash('sha256')
  for (const file of files) {
    const content = readFileSync(file)
    hash.update(relative(root, file)).update('\0').update(content).update('\0')
    if (!/\.tsx?$/.test(file)) continue
    for (const [, specifier] of String(content).matchAll(imports)) {
      const imported = resolve(dirname(file), specifier)
      if (existsSync(imported)) files.add(imported)
    }
  }
  return hash.digest('hex')
}

function filesBelow(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    if (notBuilt.test(path)) return []
    return entry.isDirectory() ? filesBelow(path) : [path]
  })
}
