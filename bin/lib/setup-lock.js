import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from './is-alive.js'
import { readText, root, stateDir } from './paths.js'
import { Stop, say } from './say.js'

const file = join(stateDir, 'lock')

/** One set-up at a time in a checkout: a second command waits for the first, and takes over from a dead one. */
export async function withSetupLock(work) {
  await take()
  const letGo = () => {
    if (Number(readText(file)) === process.pid) rmSync(file, { force: true })
  }
  process.once('exit', letGo)
  try {
    return await work()
  } finally {
    letGo()
    process.off('exit', letGo)
  }
}

async function take() {
  for (let waited = 0; ; waited++) {
    try {
      mkdirSync(stateDir, { recursive: true })
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw new Stop(`${root} must be writable for the first start: ${error.message}`)
    }
    const holder = Number(readText(file))
    if (waited > 2 && !isAlive(holder)) rmSync(file, { force: true })
    else if (waited === 3) say(`process ${holder} is setting this checkout up: waiting for it`)
    await sleep(200)
  }
}
