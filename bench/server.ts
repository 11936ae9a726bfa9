import type { DatabaseAddress } from '../server/src/platform/database.ts'
import { startInstance } from './lib/instance.ts'
import { makePosts } from './lib/posts.ts'

/** The instance that the bench loads: what `npm start` composes, with rate limits off and made-up posts in it. */
export interface BenchServer {
  url: string
  token: string
  board: string
  postIds: string[]
  database: DatabaseAddress
}

const count = Number(process.argv[2] ?? 10_000)
const { instance, database, member, stop } = await startInstance()

async function fill(board: string): Promise<string[]> {
  const posts = makePosts(count)
  const ids: string[] = []
  const writers = Array.from({ length: 8 }, async () => {
    for (const post of posts) ids.push((await member.post<{ id: string }>(`/api/boards/${board}/posts`, post)).id)
  })
  await Promise.all(writers)
  return ids
}

const board = 'bench'
await member.post('/api/boards', { slug: board, name: 'bench', kind: 'discussion', audience: ['public'] })
const postIds = await fill(board)
await instance.platform.db.pool.query('vacuum analyze')
const url = await instance.app.listen({ port: 0, host: '127.0.0.1' })
process.send?.({ url, token: member.token, board, postIds, database } satisfies BenchServer)
process.on('message', () => process.send?.(process.memoryUsage().rss))
process.on('SIGTERM', async () => {
  await stop()
  process.exit(0)
})
