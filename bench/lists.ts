import type { Instance } from '../server/src/compose.ts'
import { sql } from '../server/src/platform/database.ts'
import { type BenchInstance, type Caller, startInstance } from './lib/instance.ts'
import { printTable } from './lib/table.ts'

const posts = 100_000
const writtenMeanwhile = 100
const mostMs = 50

/** Rows as a hundred thousand publications leave them, newest last. */
async function fill({ platform: { db } }: Instance, boardId: string): Promise<void> {
  await db.run(sql`
    insert into community.posts (id, board_id, kind, state, title, body, tags, created_at, revised_at, opened_at, active_at,
      answers, human_answers)
    select 'pst_' || lpad(i::text, 26, '0'), ${boardId}, 'discussion', 'living', 'title ' || i, repeat('text ', 80),
      array['tag' || i % 50], at, at, at, at, 0, 0
    from (select i, now() - (${posts} - i) * interval '1 second' as at from generate_series(1, ${posts}::integer) i) made`)
  await db.run(sql`
    insert into platform.subjects (id, kind, container_id, audience, state, version, title, excerpt, created_at, updated_at,
      active_at, likes, views)
    select id, 'post', board_id, array['as:' || board_id], 'living', 1, title, left(body, 200), created_at, created_at,
      active_at, abs(hashtext(id)) % 50, abs(hashtext(id)) % 9999
    from community.posts where board_id = ${boardId}`)
  await db.run(sql`insert into community.post_tags (tag, post_id) select unnest(tags), id from community.posts`)
  await db.pool.query('vacuum analyze')
}

interface Page {
  items: { id: string }[]
  next: string | null
}

/** Every page of a list, one after another: what was seen, and how long each took. */
async function walk(by: Caller, path: string, mostPages: number) {
  const seen: string[] = []
  const times: number[] = []
  let after = ''
  do {
    const start = performance.now()
    const { items, next } = await by.get<Page>(`${path}${after}`)
    times.push(performance.now() - start)
    seen.push(...items.map(({ id }) => id))
    after = next ? `&after=${next}` : ''
  } while (after && times.length < mostPages)
  return { seen, times: times.sort((a, b) => a - b) }
}

const at = (sorted: number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? 0

async function measure({ instance, member }: BenchInstance): Promise<boolean> {
  const { id } = await member.post<{ id: string }>('/api/boards', { slug: 'long', name: 'long', kind: 'discussion' })
  await fill(instance, id)
  const list = '/api/boards/long/posts?limit=100'
  const writing = (async () => {
    for (let i = 0; i < writtenMeanwhile; i++)
      await member.post('/api/boards/long/posts', { title: `written meanwhile ${i}`, body: 'text' })
  })()
  const rows: string[][] = []
  let good = true
  for (const [sort, pages] of [
    ['latest', posts],
    ['active', 50],
    ['likes', 50],
    ['views', 50],
  ] as const) {
    const { seen, times } = await walk(member, `${list}&sort=${sort}`, pages)
    const repeated = seen.length - new Set(seen).size
    const old = new Set(seen.filter((one) => one.startsWith('pst_000')))
    const missed = sort === 'latest' ? posts - old.size : 0
    const fine = repeated === 0 && missed === 0 && at(times, 0.95) <= mostMs
    good &&= fine
    const figures = [at(times, 0.5), at(times, 0.95)].map((ms) => `${ms.toFixed(1)} ms`)
    rows.push([sort, String(times.length), ...figures, String(repeated), String(missed), fine ? 'ok' : 'SHORT'])
  }
  await writing
  printTable([`${posts} posts by`, 'pages', 'p50', 'p95', 'repeated', 'missed', ''], rows)
  return good
}

/** Pages of 100 through a board of 100,000 posts while 100 more are written: none twice, none missed, p95 ≤ 50 ms. */
export async function lists(): Promise<boolean> {
  const bench = await startInstance()
  try {
    return await measure(bench)
  } finally {
    await bench.stop()
  }
}
