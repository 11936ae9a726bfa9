import type { Bare } from './bare.ts'
import { journeys } from './journeys.ts'
import { startChild } from './lib/child.ts'
import { compareInRounds } from './lib/rounds.ts'
import { printTable } from './lib/table.ts'
import { runRamp } from './ramp.ts'
import type { BenchServer } from './server.ts'

const connections = 50
const seconds = 4

/** Every journey beside the bare program, then the ramp; false when a figure falls short. */
export async function runJourneys(posts = Number(process.env['BENCH_POSTS'] ?? 10_000)): Promise<boolean> {
  process.stderr.write(`writing ${posts} posts through the API\n`)
  const server = await startChild<BenchServer>(new URL('./server.ts', import.meta.url), [String(posts)])
  const { url, database, board, postIds } = server.ready
  const sizeOf = async (path: string) => (await (await fetch(url + path)).arrayBuffer()).byteLength
  const { id } = (await (await fetch(`${url}/api/boards/${board}`)).json()) as { id: string }
  const sizes = [await sizeOf(`/api/boards/${board}/posts`), await sizeOf(`/api/posts/${postIds[0]}`)]
  const bare = await startChild<Bare>(new URL('./bare.ts', import.meta.url), [
    JSON.stringify(database),
    id,
    ...sizes.map(String),
  ])
  const rows: string[][] = []
  let good = true
  try {
    for (const { name, least, ours, bare: reference } of journeys(server.ready, bare.ready.url)) {
      const figures = await compareInRounds({ ...ours, connections, seconds }, { ...reference, connections, seconds })
      const fine = figures.ratio >= least && figures.errors === 0
      good &&= fine
      rows.push([
        name,
        figures.ours.toFixed(0),
        figures.bare.toFixed(0),
        figures.ratio.toFixed(2),
        `≥ ${least}`,
        `${figures.p99} ms`,
        String(figures.errors),
        fine ? 'ok' : 'SHORT',
      ])
    }
    printTable(['journey', 'ours/s', 'bare/s', 'ratio', 'least', 'p99', 'errors', ''], rows)
    good = (await runRamp(server.ready)) && good
    process.stdout.write(`memory after: ${Math.round((await server.ask<number>('memory')) / 2 ** 20)} MB\n`)
  } finally {
    await bare.stop()
    await server.stop()
  }
  return good
}
