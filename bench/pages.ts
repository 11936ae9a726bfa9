import { startChild } from './lib/child.ts'
import { lightLoad } from './lib/light-load.ts'
import { median } from './lib/rounds.ts'
import { printTable } from './lib/table.ts'
import type { BenchServer } from './server.ts'

const leastOfJson = 0.8
const mostMs = 5
const draws = 300
const connections = 50
const rounds = 5

/** Both in turn, after a warm-up of each; the ratio is the median of the rounds' ratios. */
async function keptBesideJson(url: string, id: string, headers: Record<string, string>) {
  const round = async (seconds: number) => {
    const page = await lightLoad({ url, path: `/posts/${id}`, headers, connections, seconds })
    const json = await lightLoad({ url, path: `/api/posts/${id}`, headers, connections, seconds })
    return { page: page.perSecond, ratio: page.perSecond / json.perSecond, errors: page.errors + json.errors }
  }
  await round(1)
  const measured = []
  while (measured.length < rounds) measured.push(await round(3))
  return {
    ours: median(measured.map(({ page }) => page)),
    ratio: median(measured.map(({ ratio }) => ratio)),
    errors: measured.reduce((sum, { errors }) => sum + errors, 0),
  }
}

/** A guest's kept page beside its JSON, and one page after another drawn anew, for a guest and for a member. */
export async function pages(): Promise<boolean> {
  const server = await startChild<BenchServer>(new URL('./server.ts', import.meta.url), ['300'])
  try {
    const { url, token, postIds, board } = server.ready
    const [id] = postIds
    const headers = { 'accept-encoding': 'br' }
    const kept = await keptBesideJson(url, id ?? '', headers)
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
