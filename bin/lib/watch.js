// Runs a program under the Node that runs this, and anew whenever a file of the server has changed.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.js'
import { say } from './say.js'

const parentDeath = new URL('../parent-death.js', import.meta.url).href
const calmMs = 150
const matters = /\.(ts|sql|json)$/
const isTest = /\.test\.ts$/

let child
let isStopping = false
let calm

function start() {
  child = spawn(process.execPath, ['--import', parentDeath, ...process.argv.slice(2)], {
    env: { ...process.env, MADANG_LAUNCHER: String(process.pid) },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  child.on('exit', (code, signal) => {
    child = undefined
    if (isStopping) process.exit(code ?? 1)
    say(`ended (${signal ?? code}): waiting for a change`)
  })
}

function restart() {
  if (isStopping) return
  if (!child) return start()
  child.removeAllListeners('exit')
  child.once('exit', start)
  child.kill('SIGTERM')
}

watch(join(root, 'server/src'), { recursive: true }, (_event, name) => {
  if (!name || !matters.test(name) || isTest.test(name)) return
  clearTimeout(calm)
  calm = setTimeout(() => {
    say(`${name} has changed: starting again`)
    restart()
  }, calmMs)
})

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    isStopping = true
    if (!child) process.exit(0)
    child.removeAllListeners('exit')
    child.once('exit', (code) => process.exit(code ?? 1))
    child.kill(signal)
  })
}

start()
