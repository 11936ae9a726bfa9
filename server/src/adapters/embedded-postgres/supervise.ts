import type { Postmaster } from './postmaster.ts'

export interface Supervised {
  readonly pid: number
  stop(): Promise<void>
}

interface Supervision {
  start: () => Promise<Postmaster>
  say: (line: string) => void
  /** Once: with a reason when it went down for good, without one when it was stopped. */
  onEnd: (reason: string | undefined) => void
}

const restartsAllowed = 5
const withinMs = 60_000

/** Keeps a PostgreSQL running: one that ended unasked is started again, unless that happens too often. */
export async function supervise({ start, say, onEnd }: Supervision): Promise<Supervised> {
  let current = await start()
  let isStopping = false
  const restarts: number[] = []

  const watch = async (): Promise<string | undefined> => {
    for (;;) {
      const how = await current.ended
      if (isStopping) return undefined
      const now = Date.now()
      while (restarts[0] !== undefined && restarts[0] < now - withinMs) restarts.shift()
      if (restarts.length >= restartsAllowed) return `PostgreSQL keeps ending (${how})`
      restarts.push(now)
      say(`PostgreSQL ended (${how}): starting it again`)
      try {
        current = await start()
      } catch (error) {
        if (isStopping) return undefined
        return `PostgreSQL ended (${how}) and did not start again: ${(error as Error).message}`
      }
      if (isStopping) current.stop()
    }
  }
  const finished = watch().then(onEnd)

  return {
    get pid() {
      return current.pid
    },
    async stop() {
      isStopping = true
      current.stop()
      await finished
    },
  }
}
