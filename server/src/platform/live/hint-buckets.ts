/** A subject changed by events of this type; the newest one's position. */
export interface Change {
  id: string
  type: string
  position: number
}

/** Gathers changes for a second, and lets the listeners of a crowd hear at different moments of it. */
export interface HintBuckets {
  /** The bucket of the next listener. */
  next(): number
  mark(bucket: number, change: Change): void
  stop(): void
}

const count = 8
const windowMs = 1_000
const promptMs = 20
const crowd = 50

const keyOf = ({ id, type }: Change): string => `${id} ${type}`

/** Changes of the same subject and type become the newest one; in the order of positions. */
export function gather(changes: Iterable<Change>): Change[] {
  const newest = new Map<string, Change>()
  for (const change of changes) newest.set(keyOf(change), change)
  return [...newest.values()].sort((a, b) => a.position - b.position)
}

/** The first change after a quiet second is told at once; a crowd's in turns over the second. */
export function createHintBuckets(o: {
  listeners(): number
  tell(bucket: number, changes: Change[]): void
}): HintBuckets {
  const waiting = Array.from({ length: count }, () => new Map<string, Change>())
  const timers: (NodeJS.Timeout | undefined)[] = []
  const toldAt = new Array<number>(count).fill(-windowMs)
  let turn = 0
  return {
    next: () => turn++ % count,
    mark(bucket, change) {
      waiting[bucket]?.set(keyOf(change), change)
      if (timers[bucket]) return
      const turnMs = o.listeners() > crowd ? (bucket * windowMs) / count : 0
      const restMs = (toldAt[bucket] ?? 0) + windowMs - performance.now()
      const jitterMs = Math.random() * 0.2 * windowMs
      timers[bucket] = setTimeout(
        () => {
          timers[bucket] = undefined
          toldAt[bucket] = performance.now()
          const changes = gather(waiting[bucket]?.values() ?? [])
          waiting[bucket]?.clear()
          o.tell(bucket, changes)
        },
        restMs > 0 ? restMs + jitterMs : promptMs + turnMs,
      )
    },
    stop() {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
