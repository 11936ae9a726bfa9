/** What was written and could not be sent yet, by name: shown while the connection is gone, sent when it is back. */
let waiting: ReadonlySet<string> = new Set()
const listeners = new Set<() => void>()

export function wait(name: string, waits: boolean): void {
  if (waiting.has(name) === waits) return
  waiting = waits ? new Set([...waiting, name]) : new Set([...waiting].filter((one) => one !== name))
  for (const listener of listeners) listener()
}

export const waitingCount = (): number => waiting.size

export function onWaiting(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
