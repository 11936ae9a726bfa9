import { load } from './lib/load.ts'
import { searchWords } from './lib/posts.ts'
import { printTable } from './lib/table.ts'
import { random, zipf } from './lib/vocabulary.ts'
import type { BenchServer } from './server.ts'

const steps = [50, 100, 250, 500, 1000]
const mostP95Ms = 300

/** Guests without think time, 70 % lists and 30 % searches of 500 words by Zipf's law, up to 1,000 at once. */
export async function runRamp({ url, board }: BenchServer): Promise<boolean> {
  const next = random(7)
  const words = searchWords()
  const draw = zipf(words.length, next)
  const path = () =>
    next() < 0.7 ? `/api/boards/${board}/posts` : `/api/search?q=${encodeURIComponent(words[draw()] ?? '')}`
  const eachRequests = () => Array.from({ length: 20 }, () => ({ path: path() }))
  const rows: string[][] = []
  let good = true
  for (const connections of steps) {
    const { perSecond, p50, p97_5, p99, errors } = await load({ url, eachRequests, connections, seconds: 6 })
    const fine = p97_5 < mostP95Ms && errors === 0
    good &&= fine
    rows.push([
      String(connections),
      perSecond.toFixed(0),
      `${p50} ms`,
      `${p97_5} ms`,
      `${p99} ms`,
      String(errors),
      fine ? 'ok' : 'SHORT',
    ])
  }
  printTable(['guests', 'answers/s', 'p50', 'p97.5', 'p99', 'errors', ''], rows)
  return good
}
