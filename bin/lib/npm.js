import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { capture } from './capture.js'
import { stateDir } from './paths.js'
import { Stop, say } from './say.js'

const always = [
  ...['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'],
  ...['--fetch-retries=3', '--fetch-retry-mintimeout=500', '--fetch-retry-factor=2'],
]
// an outer npm hands its options on to its scripts: a registry must steer this one, a workspace or prefix must not
const steering =
  /^npm_(package|lifecycle|command|config_(global|local_prefix|prefix|workspaces?|omit|include|production))/i
let cache = []

/** Runs npm in a folder with the given Node. Throws `Stop` with npm's own words. */
export async function npm(args, cwd, node = process.execPath) {
  const path = dirname(node) + delimiter + (process.env.PATH ?? '')
  const env = { ...process.env, PATH: path }
  for (const name of Object.keys(env)) if (steering.test(name)) delete env[name]
  const run = () => {
    const cli = findCli()
    const words = [...args, ...always, ...cache]
    return cli ? capture(node, [cli, ...words], { cwd, env }) : capture('npm', words, { cwd, env, isNode: false })
  }
  let ended = await run()
  if (ended.code !== 0 && cache.length === 0 && /EACCES|EROFS|EPERM|root-owned/.test(ended.output)) {
    say("npm's cache cannot be written: using one beside this program")
    cache = ['--cache', join(stateDir, 'npm-cache')]
    ended = await run()
  }
  if (ended.code !== 0) throw new Stop(`npm ${args[0]} failed\n${ended.output.trim()}\n${advice(ended.output)}`)
}

function advice(output) {
  if (/ENOSPC/.test(output)) return 'The disk is full: free some space and start again.'
  if (/EACCES|EROFS|EPERM/.test(output)) return 'This folder must be writable for the user that starts.'
  return 'Is the registry reachable (npm ping)? Another one is set by: npm config set registry URL'
}

/** The npm that belongs to the running Node, not whatever the shell would find. */
function findCli() {
  const beside = dirname(process.execPath)
  return [
    process.env.npm_execpath,
    join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(beside, 'node_modules/npm/bin/npm-cli.js'),
  ].find((file) => file && /npm-cli\.js$/.test(file) && existsSync(file))
}
