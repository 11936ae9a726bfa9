import { rm } from 'node:fs/promises'
import { startEmbeddedPostgres } from '../server/src/adapters/embedded-postgres/start-embedded-postgres.ts'
import { temporaryDataDir } from '../server/src/adapters/embedded-postgres/temporary-data-dir.ts'
import { makePosts, searchWords } from './lib/posts.ts'
import { searchFixture } from './lib/search-fixture.ts'
import { random, zipf } from './lib/vocabulary.ts'

export interface SearchSpeed {
  question: string
  p50Ms: number
  p95Ms: number
}

export interface SearchMeasured {
  documents: number
  /** One document, written one transaction of 500 at a time, with its share of folding. */
  writeMs: number
  speeds: SearchSpeed[]
  /** Every NFD question had the identical list. */
  sameInNfd: boolean
}

const needed = 50
const letters = (n: number) => String(n).padStart(26, '0')
const at = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** Questions of five shapes, one at a time, over `count` made-up posts in a database of their own. */
export async function measureSearch(count = 100_000, each = 100): Promise<SearchMeasured> {
  const dataDir = await temporaryDataDir()
  const postgres = await startEmbeddedPostgres({ dataDir, settings: { fsync: 'off' } })
  try {
    const fixture = await searchFixture(postgres)
    const started = performance.now()
    let batch: { id: string; title: string; body: string; tags: string[] }[] = []
    let n = 0
    for (const post of makePosts(count)) {
      batch.push({ id: `pst_${letters(n++)}`, ...post })
      if (batch.length < 5000 && n < count) continue
      await fixture.put(batch)
      batch = []
    }
    const writeMs = (performance.now() - started) / count
    const next = random(7)
    const words = searchWords()
    const draw = zipf(words.length, next)
    const word = () => words[draw()] ?? ''
    const titles = [...makePosts(Math.min(count, 3000))].map(({ title }) => title)
    const shapes: Record<string, () => string> = {
      'one word': word,
      'two words': () => `${word()} ${word()}`,
      'three words': () => `${word()} ${word()} ${word()}`,
      'two without a blank': () => word() + word(),
      sentence: () => `${titles[Math.floor(next() * titles.length)]} 무엇인가요?`,
    }
    const speeds: SearchSpeed[] = []
    let sameInNfd = true
    for (const [question, make] of Object.entries(shapes)) {
      for (let i = 0; i < 5; i++) await fixture.find(make())
      const times: number[] = []
      for (let i = 0; i < each; i++) {
        const text = make()
        const before = performance.now()
        const found = await fixture.find(text)
        times.push(performance.now() - before)
        if (i % 10 === 0) sameInNfd &&= String(await fixture.find(text.normalize('NFD'))) === String(found)
      }
      times.sort((x, y) => x - y)
      speeds.push({ question, p50Ms: at(times, 0.5), p95Ms: at(times, 0.95) })
    }
    await fixture.close()
    return { documents: count, writeMs, speeds, sameInNfd }
  } finally {
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** `npm run bench -- search [posts]` */
export async function searchBench(args: string[] = []): Promise<boolean> {
  const { documents, writeMs, speeds, sameInNfd } = await measureSearch(Number(args[0] ?? 100_000))
  console.log(
    `search over ${documents} posts, one question at a time; needed p95 ${needed} ms; written in ${writeMs.toFixed(1)} ms each`,
  )
  for (const { question, p50Ms, p95Ms } of speeds)
    console.log(`  ${question.padEnd(20)} p50 ${p50Ms.toFixed(1).padStart(6)}  p95 ${p95Ms.toFixed(1).padStart(6)} ms`)
  console.log(`  NFD finds ${sameInNfd ? 'the identical lists' : 'OTHER LISTS'}`)
  return sameInNfd && speeds.every(({ p95Ms }) => p95Ms <= needed)
}

if (import.meta.main && !(await searchBench(process.argv.slice(2)))) process.exitCode = 1
