import { spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, dirname } from 'node:path'
import { isAlive } from './is-alive.js'
import { compileCache, root } from './paths.js'
import { say } from './say.js'

const parentDeath = new URL('../parent-death.js', import.meta.url).href
const passed = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a command under the given Node and ends as it ends. Signals pass through, and the child learns from its closing
 * channel when this process is gone, even by kill -9. A server is detached from the terminal's group, so that Ctrl-C
 * reaches it once, through us.
 */
export async function run(node, args, { server = false, env = {} } = {}) {
  const child = spawn(node, ['--import', parentDeath, ...args], {
    cwd: root,
    env: { ...process.env, ...env, ...ownVariables(node) },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: server,
  })
  const stopPassing = passWishes(child, server)
  const code = await new Promise((done) => {
    child.on('error', (error) => {
      say(error.message)
      done(1)
    })
    child.on('exit', (exitCode, signal) => done(exitCode ?? 128 + (constants.signals[signal] ?? 0)))
  })
  stopPassing()
  return code
}

function ownVariables(node) {
  return {
    PATH: dirname(node) + delimiter + (process.env.PATH ?? ''),
    MADANG_LAUNCHER: String(process.pid),
    // halves the time of a start: types are stripped and code is compiled once
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? compileCache,
    // npm changes the folder and keeps the person's own here; so do we
    INIT_CWD: process.env.INIT_CWD ?? process.cwd(),
  }
}

/** Signals, and npm's end: npm does not pass SIGTERM on, it ends at once and leaves its sh and us behind. */
function passWishes(child, server) {
  let asked = 0
  const pass = (signal) => {
    if (signal === 'SIGINT' && !server) return
    if (++asked > 2) child.kill('SIGKILL')
    else child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
  }
  for (const signal of passed) process.on(signal, pass)
  const npm = process.env.npm_lifecycle_event ? npmAbove() : undefined
  const look = setInterval(() => {
    // after a Ctrl-C npm may be gone before the child has drained: that is no second wish
    if (npm && asked === 0 && !isAlive(npm)) pass('SIGTERM')
  }, 500)
  return () => {
    clearInterval(look)
    for (const signal of passed) process.off(signal, pass)
  }
}

function npmAbove() {
  const ps = (pid, column) => String(spawnSync('ps', ['-o', column, '-p', String(pid)]).stdout ?? '').trim()
  const above = [process.ppid, Number(ps(process.ppid, 'ppid='))]
  return above.find((pid) => /^npm|npm-cli/.test(ps(pid, 'args=')))
}
