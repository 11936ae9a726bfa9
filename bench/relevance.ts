import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../server/src/adapters/embedded-postgres/start-embedded-postgres.ts'
import { temporaryDataDir } from '../server/src/adapters/embedded-postgres/temporary-data-dir.ts'
import { searchFixture } from './lib/search-fixture.ts'

interface LabelledQuery {
  id: string
  text: string
  /** Relevant documents, each as relevant as the next; or grades 1 to 3 by document. */
  relevant: string[] | Record<string, number>
}

export interface RelevanceResult {
  set: string
  queries: number
  documents: number
  ndcg: number
  /** The same of the queries that the word lists were tuned on, and of those held out. */
  tuned: number
  heldOut: number
  hitAt10: number
  p50Ms: number
  p95Ms: number
}

const needed: Record<string, number> = { 'ko-dev': 0.67, 'en-dev': 0.84 }

/** nDCG@10 with gain 2^grade − 1 and discount log2(rank + 1); where nothing is relevant, 1 for an empty list, else 0. */
export function ndcgAt10(ranked: string[], relevant: LabelledQuery['relevant']): number {
  const grades = new Map(Array.isArray(relevant) ? relevant.map((id) => [id, 1] as const) : Object.entries(relevant))
  if (grades.size === 0) return ranked.length === 0 ? 1 : 0
  const gainOf = (grade: number, rank: number) => (2 ** grade - 1) / Math.log2(rank + 2)
  const best = [...grades.values()].sort((x, y) => y - x).slice(0, 10)
  const reached = ranked.slice(0, 10).reduce((sum, id, rank) => sum + gainOf(grades.get(id) ?? 0, rank), 0)
  return reached / best.reduce((sum, grade, rank) => sum + gainOf(grade, rank), 0)
}

const lines = async <T>(file: string): Promise<T[]> =>
  (await readFile(file, 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
const percentile = (values: number[], share: number) =>
  values.toSorted((x, y) => x - y)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

/** Ranks every labelled query of a set through the real index in PostgreSQL, with the real choice of candidates. */
export async function measureRelevance(folder: string, set: string, fewDocuments = 0): Promise<RelevanceResult> {
  const documents = await lines<{ id: string; title: string; body: string }>(join(folder, set, 'docs.jsonl'))
  const queries = await lines<LabelledQuery>(join(folder, set, 'queries.jsonl'))
  const dataDir = await temporaryDataDir()
  const postgres = await startEmbeddedPostgres({ dataDir, settings: { fsync: 'off' } })
  try {
    const fixture = await searchFixture(postgres, fewDocuments)
    await fixture.put(documents)
    const scores: number[] = []
    const times: number[] = []
    let hits = 0
    for (const { text, relevant } of queries) {
      const started = performance.now()
      const ranked = await fixture.find(text)
      times.push(performance.now() - started)
      const score = ndcgAt10(ranked, relevant)
      if (score > 0) hits++
      scores.push(score)
    }
    await fixture.close()
    return {
      ...{ set, queries: queries.length, documents: documents.length, ndcg: mean(scores) },
      tuned: mean(scores.filter((_, i) => i % 2 === 0)),
      heldOut: mean(scores.filter((_, i) => i % 2 === 1)),
      hitAt10: hits / queries.length,
      p50Ms: percentile(times, 0.5),
      p95Ms: percentile(times, 0.95),
    }
  } finally {
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** `npm run bench -- relevance DIR`: DIR holds a folder a set, each with docs.jsonl and queries.jsonl. */
export async function relevance(args: string[]): Promise<boolean> {
  const folder = args[0]
  if (!folder) throw new Error('say where the labelled sets are: npm run bench -- relevance DIR')
  let reached = true
  for (const set of args.length > 1 ? args.slice(1) : ['ko-dev', 'en-dev']) {
    const result = await measureRelevance(folder, set)
    const least = needed[set] ?? 0
    reached &&= result.ndcg >= least
    const { queries, ndcg, tuned, heldOut, hitAt10, p50Ms, p95Ms } = result
    console.log(
      `${set.padEnd(8)} nDCG@10 ${ndcg.toFixed(4)} (needed ${least}) of ${queries} queries; tuned half ${tuned.toFixed(4)}, ` +
        `held-out half ${heldOut.toFixed(4)}; hit@10 ${hitAt10.toFixed(3)}; ms p50 ${p50Ms.toFixed(1)} p95 ${p95Ms.toFixed(1)}`,
    )
  }
  return reached
}

if (import.meta.main && !(await relevance(process.argv.slice(2)))) process.exitCode = 1
