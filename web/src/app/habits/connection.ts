/** Whether the live stream is gone for longer than anybody should be told of late. */
let lost = false
const listeners = new Set<() => void>()

export function setLost(next: boolean): void {
  if (lost === next) return
  lost = next
  for (const listener of listeners) listener()
}

export const isLost = (): boolean => lost

export function onLost(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
