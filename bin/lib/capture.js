import { spawn } from 'node:child_process'

const parentDeath = new URL('../parent-death.js', import.meta.url).href
const mostOutput = 20_000
// --import is younger than the oldest Node that may run this
const knowsImport = Number(process.versions.node.split('.')[0]) >= 20

/** Runs a program to its end; gives its exit code and the end of what it printed. It does not outlive this process. */
export function capture(command, args, { cwd, env = process.env, isNode = true }) {
  return new Promise((done) => {
    const isTied = isNode && (knowsImport || command !== process.execPath)
    const child = spawn(command, [...(isTied ? ['--import', parentDeath] : []), ...args], {
      cwd,
      env: { ...env, MADANG_LAUNCHER: String(process.pid) },
      stdio: ['ignore', 'pipe', 'pipe', ...(isTied ? ['ipc'] : [])],
    })
    let output = ''
    const gather = (chunk) => {
      output = (output + chunk).slice(-mostOutput)
    }
    child.stdout.on('data', gather)
    child.stderr.on('data', gather)
    child.on('error', (error) => done({ code: 1, output: error.message }))
    child.on('close', (code) => done({ code: code ?? 1, output }))
  })
}
