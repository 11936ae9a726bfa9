import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { commandLine } from './processes.ts'

/** A PostgreSQL that answers. `ended` resolves with what its end looked like and never rejects. */
export interface Postmaster {
  pid: number
  ended: Promise<string>
  /** Asks for a fast shutdown; `ended` tells when it is done. */
  stop(): void
}

// sh is postgres' parent and reads a pipe that only we hold: when we are gone, even by kill -9, it stops PostgreSQL
const watchdog = `exec 4<&0; "$0" -D "$1" </dev/null 3>&- 4<&- & p=$!
  echo $p >&3; exec 3>&-
  ( read x <&4; kill -INT $p; i=0; while kill -0 $p && [ $i -lt 20 ]; do sleep 1; i=$((i+1)); done; kill -QUIT $p ) >/dev/null 2>&1 & w=$!
  wait $p; c=$?; kill $w; exit $c`

/** Starts PostgreSQL and waits, however long a recovery takes, until it is ready; undefined when it ended instead. */
export async function startPostmaster(
  native: string,
  cluster: string,
  logFile: string,
  options: SpawnOptions,
): Promise<Postmaster | undefined> {
  const log = openSync(logFile, 'a', 0o600)
  // detached: Ctrl-C in the terminal reaches us first, so that the app drains before its database goes
  const child = spawn('/bin/sh', ['-c', watchdog, join(native, 'bin/postgres'), cluster], {
    ...options,
    detached: true,
    stdio: ['pipe', log, log, 'pipe'],
  })
  closeSync(log)
  const ended = endOf(child)
  const rope = child.stdin as Writable
  rope.on('error', () => {})
  const pid = await becomesReady(child, cluster, ended)
  if (pid === undefined) return undefined
  return { pid, ended, stop: () => void rope.end() }
}

/** Stops a PostgreSQL that outlived its watchdog. Only for the holder of the directory: nobody else uses it then. */
export async function stopOrphan(cluster: string, say: (line: string) => void): Promise<void> {
  const found = readPidFile(cluster)
  if (!found) return
  if (/postgres/.test(commandLine(found.pid))) {
    say(`stopping a PostgreSQL left behind (pid ${found.pid})`)
    await kill(found.pid)
  }
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

async function kill(pid: number): Promise<void> {
  const patience = [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 2_000],
  ] as const
  for (const [signal, ms] of patience) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    for (const end = Date.now() + ms; Date.now() < end; await sleep(20)) if (commandLine(pid) === '') return
  }
}

async function becomesReady(child: ChildProcess, cluster: string, ended: Promise<string>): Promise<number | undefined> {
  let isGone = false
  let pid = 0
  const reported = child.stdio[3] as Readable
  reported.on('data', (chunk: Buffer) => {
    pid = Number(chunk)
  })
  void ended.then(() => {
    isGone = true
  })
  while (!isGone) {
    const found = readPidFile(cluster)
    // a "ready" of another pid was written by a predecessor that is dead
    if (found?.state === 'ready' && found.pid === pid) return pid
    await sleep(10)
  }
  return undefined
}

async function endOf(child: ChildProcess): Promise<string> {
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
    return signal ?? `exit code ${code}`
  } catch (error) {
    return (error as Error).message
  } finally {
    // lets the watchdog's reader go, and with it a PostgreSQL whose sh alone was killed
    child.stdin?.destroy()
  }
}

function readPidFile(cluster: string): { pid: number; state: string | undefined } | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), state: lines[7]?.trim() }
  } catch {
    return undefined
  }
}
