/** Wakes one sleeper. A ring while nobody sleeps is remembered, so none is lost between a look and a sleep. */
export interface Bell {
  ring(): void
  /** Returns when rung, after `timeoutMs`, or when aborted. True when rung. */
  wait(timeoutMs: number, signal: AbortSignal): Promise<boolean>
}

export function createBell(): Bell {
  let rung = false
  let wake: (() => void) | undefined
  return {
    ring() {
      rung = true
      wake?.()
    },
    async wait(timeoutMs, signal) {
      if (!rung && !signal.aborted)
        await new Promise<void>((resolve) => {
          const end = () => {
            clearTimeout(timer)
            signal.removeEventListener('abort', end)
            wake = undefined
            resolve()
          }
          const timer = setTimeout(end, timeoutMs)
          signal.addEventListener('abort', end)
          wake = end
        })
      const was = rung
      rung = false
      return was
    },
  }
}

/** Returns after `ms` or when aborted, whichever is first. */
export const pause = async (ms: number, signal: AbortSignal): Promise<void> => {
  await createBell().wait(ms, signal)
}
