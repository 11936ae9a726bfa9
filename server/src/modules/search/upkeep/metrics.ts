import { Gauge } from 'prom-client'
import type { Platform } from '../../../platform/platform.ts'
import { countDrift, searchableKinds } from './drift.ts'

/** Counting compares every row: not at each scrape. */
const keptMs = 10 * 60_000

/** `madang_search_lag_seconds` and `madang_search_drift`. */
export function measureSearch(platform: Platform): void {
  const { db, clock, metrics } = platform
  new Gauge({
    name: 'madang_search_lag_seconds',
    help: 'Age of the oldest write that search does not show; a document is written in its subject’s own transaction',
    registers: [metrics],
    aggregator: 'max',
  }).set(0)
  let counted: { at: number; drift: Promise<number> } | undefined
  async function count(): Promise<number> {
    const { missing, stale, orphan, wrongAudience } = await countDrift(db, searchableKinds(platform))
    return missing + stale + orphan + wrongAudience
  }
  new Gauge({
    name: 'madang_search_drift',
    help: 'Documents that disagree with their subjects, counted every ten minutes',
    registers: [metrics],
    aggregator: 'max',
    async collect() {
      const now = clock.now().getTime()
      if (!counted || now - counted.at >= keptMs) {
        counted = { at: now, drift: count() }
        counted.drift.catch(() => {
          counted = undefined
        })
      }
      this.set(await counted.drift)
    },
  })
}
