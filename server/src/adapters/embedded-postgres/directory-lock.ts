import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PostgresProblem } from './postgres-problem.ts'
import { birth, processExists, processSpace } from './processes.ts'

interface Holder {
  pid: number
  /** Whose end it follows: its launcher, or nobody but itself. */
  parent: number
  birth: string
  space: string
  host: string
}

const beatMs = 1000
const silentForMs = 5000
const patienceMs = { running: 2000, ending: 30_000 }

/**
 * One supervisor a data directory, on this machine or, through a shared volume, on another one. On this machine a
 * holder is known by its pid and the time it was born; elsewhere by the file's time, which it renews each second.
 * Gives the function that lets go. Throws `PostgresProblem` `in-use` and names the holder.
 */
export async function lockDirectory(file: string, say: (line: string) => void): Promise<() => void> {
  const mine = JSON.stringify({
    pid: process.pid,
    parent: process.connected ? process.ppid : process.pid,
    birth: birth(process.pid),
    space: processSpace(),
    host: hostname(),
  } satisfies Holder)
  for (let attempt = 0; attempt < 20; attempt++) {
    if (create(file, mine)) return keep(file, mine)
    const held = await readWhole(file)
    if (held === undefined) continue
    if (held !== '') await refuseLiving(file, held, say)
    if (setAside(file, held) && create(file, mine)) {
      await sleep(20)
      if (read(file) === mine) return keep(file, mine)
    }
  }
  throw new PostgresProblem('in-use', `${file} changes hands: try again`)
}

async function refuseLiving(file: string, held: string, say: (line: string) => void): Promise<void> {
  const holder = parse(held)
  if (!holder) return
  const folder = dirname(file)
  if (holder.space === processSpace()) {
    if (await letsGo(file, held, holder)) return
    throw inUse(folder, `process ${holder.pid}`)
  }
  say(`${folder} was last used on ${holder.host}: looking whether it still is`)
  if (await beats(file, held)) throw inUse(folder, `process ${holder.pid} on ${holder.host}`)
}

/** Waits for one that may be ending: that takes as long as the requests that it still answers. */
async function letsGo(file: string, held: string, holder: Holder): Promise<boolean> {
  const from = Date.now()
  while (read(file) === held && processExists(holder.pid) && birth(holder.pid) === holder.birth) {
    const patience = processExists(holder.parent) ? patienceMs.running : patienceMs.ending
    if (Date.now() - from > patience) return false
    await sleep(50)
  }
  return true
}

function inUse(folder: string, who: string): PostgresProblem {
  return new PostgresProblem(
    'in-use',
    `${folder} is in use by ${who}: stop that first, or give this one another DATA_DIR`,
  )
}

async function beats(file: string, held: string): Promise<boolean> {
  const before = modified(file)
  for (const end = Date.now() + silentForMs; Date.now() < end; await sleep(100)) {
    if (modified(file) !== before || read(file) !== held) return true
  }
  return false
}

function create(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** An empty file is one that is being written this moment; if it stays empty, its writer was killed. */
async function readWhole(file: string): Promise<string | undefined> {
  for (let i = 0; i < 20; i++) {
    const text = read(file)
    if (text !== '') return text
    await sleep(50)
  }
  return ''
}

function setAside(file: string, held: string): boolean {
  const aside = `${file}.stale.${process.pid}`
  try {
    renameSync(file, aside)
    if (read(aside) !== held) {
      renameSync(aside, file)
      return false
    }
    rmSync(aside)
    return true
  } catch {
    return false
  }
}

function keep(file: string, mine: string): () => void {
  const beat = setInterval(() => {
    if (read(file) === mine) utimesSync(file, new Date(), new Date())
  }, beatMs)
  beat.unref()
  return () => {
    clearInterval(beat)
    if (read(file) === mine) rmSync(file, { force: true })
  }
}

function parse(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder
  } catch {
    return undefined
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function modified(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
