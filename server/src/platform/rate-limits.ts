import { LRUCache } from 'lru-cache'
import type { Clock } from '../kernel/clock.ts'
import { tooManyRequests } from '../kernel/problems.ts'

/** Limits of one process. Where a count must be exact over all nodes, the module counts rows instead. */
export interface RateLimits {
  /** Counts one act under `key`; refuses with `Retry-After` when more than `max` fell into the last `windowS` seconds. */
  take(key: string, max: number, windowS: number): void
}

/** Sliding window by two counters (Cloudflare's approximation): bounded memory, no burst at the seam. */
export function createRateLimits(clock: Clock, enabled = true): RateLimits {
  const windows = new LRUCache<string, { start: number; now: number; before: number }>({ max: 100_000 })
  return {
    take(key, max, windowS) {
      if (!enabled || max <= 0) return
      const time = clock.now().getTime() / 1000
      const start = Math.floor(time / windowS) * windowS
      let window = windows.get(key)
      if (!window || window.start !== start) {
        window = { start, now: 0, before: window?.start === start - windowS ? window.now : 0 }
        windows.set(key, window)
      }
      const share = 1 - (time - start) / windowS
      if (window.before * share + window.now + 1 > max)
        throw tooManyRequests({ retryAfterS: Math.max(1, Math.ceil(start + windowS - time)) })
      window.now++
    },
  }
}
