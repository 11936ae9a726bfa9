import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { unpackedChromium } from './unpacked-chromium.ts'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--lang=ko']

export interface FoundBrowser {
  executablePath: string
  args: string[]
  env: Record<string, string>
}

/** A headless Chromium: `CHROMIUM_PATH`, one on this machine, or else the one that npm brought. Close it. */
export async function launchBrowser(): Promise<Browser> {
  const found = anyBrowser()
  return chromium.launch({ ...found, args: [...args, ...found.args], env: { ...definedEnv(), ...found.env } })
}

/** The browser that `launchBrowser` starts, for tools that start one themselves. */
export const anyBrowser = (): FoundBrowser => findBrowser() ?? unpackedChromium()

function findBrowser(): FoundBrowser | undefined {
  const named = process.env['CHROMIUM_PATH']
  if (named && !runs(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not run`)
  const executablePath = named || places.find(runs)
  return executablePath ? { executablePath, args: [], env: {} } : undefined
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    return false
  }
  return spawnSync(path, ['--version']).status === 0
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => !!entry[1]))
}
