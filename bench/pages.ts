import { startChild } from './lib/child.ts'
import { compareInRounds, median } from './lib/rounds.ts'
import { printTable } from './lib/table.ts'
import type { BenchServer } from './server.ts'

const leastOfJson = 0.8
const mostMs = 5
const draws = 300

/** A guest's kept page beside its JSON, and one page after another drawn anew, for a guest and for a member. */
export async function pages(): Promise<boolean> {
  const server = await startChild<BenchServer>(new URL('./server.ts', import.meta.url), ['300'])
  try {
    const { url, token, postIds, board } = server.ready
    const [id] = postIds
    const headers = { 'accept-encoding': 'br' }
    const kept = await compareInRounds(
      { url, headers, requests: [{ path: `/posts/${id}` }], connections: 50, seconds: 4 },
      { url, headers, requests: [{ path: `/api/posts/${id}` }], connections: 50, seconds: 4 },
    )
    const drawn = async (path: (n: number) => string, more: Record<string, string> = {}) => {
      const times: number[] = []
      for (let n = 0; n < draws; n++) {
        const before = performance.now()
        const answer = await fetch(url + path(n), { headers: { ...headers, ...more } })
        await answer.arrayBuffer()
        if (answer.status !== 200) throw new Error(`${path(n)} answered ${answer.status}`)
        times.push(performance.now() - before)
      }
      return median(times)
    }
    const member = { cookie: `madang_access=${token}` }
    const rows = [
      ['post, guest', await drawn((n) => `/posts/${id}?n=${n}`)],
      ['board, guest', await drawn((n) => `/boards/${board}?n=${n}`)],
      ['post, member', await drawn(() => `/posts/${id}`, member)],
    ] as const
    const fine = (good: boolean) => (good ? 'ok' : 'SHORT')
    printTable(
      ['page', 'figure', 'needed', ''],
      [
        [
          'post, guest, kept',
          `${kept.ours.toFixed(0)}/s, ${kept.ratio.toFixed(2)} of its JSON`,
          `≥ ${leastOfJson}`,
          fine(kept.ratio >= leastOfJson && kept.errors === 0),
        ],
        ...rows.map(([name, ms]) => [`${name}, drawn`, `${ms.toFixed(1)} ms`, `≤ ${mostMs} ms`, fine(ms <= mostMs)]),
      ],
    )
    return kept.ratio >= leastOfJson && kept.errors === 0 && rows.every(([, ms]) => ms <= mostMs)
  } finally {
    await server.stop()
  }
}
