import { unavailable } from '../../kernel/problems.ts'

/** Runs at most `atOnce` works at a time, `waiting` more in line; refuses with 503 beyond that. */
export function createTurns(atOnce: number, waiting: number) {
  let running = 0
  const line: (() => void)[] = []
  return async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= atOnce) {
      if (line.length >= waiting) throw unavailable({ retryAfterS: 5 })
      await new Promise<void>((go) => line.push(go))
    } else running++
    try {
      return await work()
    } finally {
      const next = line.shift()
      if (next) next()
      else running--
    }
  }
}
