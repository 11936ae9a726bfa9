import type { Scorer } from '../text/bm25.ts'
import type { Hit } from './hits.ts'

export interface Ranked {
  id: string
  score: number
}

const halfLifeMs = 180 * 86_400_000
const freshness = 0.1
const perDoubledLikes = 0.03
const mostForLikes = 0.3

/** A new text is worth a tenth more, which halves every half year; each doubling of likes 3 %, at most 30 %. */
const liveliness = (hit: Hit, now: number) =>
  (1 + freshness * 2 ** (-Math.max(0, now - hit.createdAt) / halfLifeMs)) *
  (1 + Math.min(mostForLikes, perDoubledLikes * Math.log2(1 + hit.likes)))

/** Best first, ties by id. */
export function rank(hits: Hit[], scorer: Scorer, now: Date): Ranked[] {
  const time = now.getTime()
  return hits
    .map((hit) => ({
      id: hit.id,
      score: scorer.score(hit.packed) * liveliness(hit, time),
    }))
    .sort((x, y) => y.score - x.score || (x.id < y.id ? -1 : 1))
}
