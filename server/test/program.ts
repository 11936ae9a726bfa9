import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'

/** A program that runs beside the test, by what it printed. */
export interface Program {
  readonly child: ChildProcess
  readonly pid: number
  /** Everything so far, of both outputs. */
  output(): string
  /** Resolves when what it printed matches; rejects when it ended before. */
  printed(pattern: RegExp): Promise<RegExpExecArray>
  /** Resolves with its exit code, or the signal that ended it. */
  ended(): Promise<number | NodeJS.Signals>
}

export function runProgram(command: string, args: readonly string[], options: SpawnOptions = {}): Program {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  const watchers = new Set<() => void>()
  const look = () => {
    for (const watcher of watchers) watcher()
  }
  const gather = (chunk: Buffer) => {
    text += chunk
    look()
  }
  child.stdout?.on('data', gather)
  child.stderr?.on('data', gather)
  let end: number | NodeJS.Signals | undefined
  const ended = once(child, 'close').then(([code, signal]) => {
    end = signal ?? code
    look()
    return signal ?? code
  })
  return {
    child,
    pid: child.pid ?? 0,
    output: () => text,
    ended: () => ended,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const watcher = () => {
          const found = pattern.exec(text)
          if (!found && end === undefined) return
          watchers.delete(watcher)
          if (found) resolve(found)
          else reject(new Error(`ended (${end}) without printing ${pattern}:\n${text}`))
        }
        watchers.add(watcher)
        watcher()
      }),
  }
}
