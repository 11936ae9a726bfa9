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
  /** The position of the first change that this bucket's listeners have yet to be told; undefined when there is none. */
  untold(bucket: number): number | undefined
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
  /** Settles when every listener was told. */
  tell(bucket: number, changes: Change[]): Promise<void>
}): HintBuckets {
  const waiting = Array.from({ length: count }, () => new Map<string, Change>())
  /** Where each round of a bucket begins: those that are being told, and at last the one that is gathered. */
  const rounds = Array.from({ length: count }, () => new Set<number>())
  const timers: (NodeJS.Timeout | undefined)[] = []
  const toldAt = new Array<number>(count).fill(-windowMs)
  let turn = 0
  return {
    next: () => turn++ % count,
    mark(bucket, change) {
      waiting[bucket]?.set(keyOf(change), change)
      if (timers[bucket]) return
      rounds[bucket]?.add(change.position)
      const turnMs = o.listeners() > crowd ? (bucket * windowMs) / count : 0
      const restMs = (toldAt[bucket] ?? 0) + windowMs - performance.now()
      const jitterMs = Math.random() * 0.2 * windowMs
      timers[bucket] = setTimeout(
        () => {
          timers[bucket] = undefined
          toldAt[bucket] = performance.now()
          const changes = gather(waiting[bucket]?.values() ?? [])
          waiting[bucket]?.clear()
          void o.tell(bucket, changes).finally(() => rounds[bucket]?.delete(change.position))
        },
        restMs > 0 ? restMs + jitterMs : promptMs + turnMs,
      )
    },
    untold: (bucket) => rounds[bucket]?.values().next().value,
    stop() {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
