import type { Load } from './lib/load.ts'
import { searchWords } from './lib/posts.ts'
import type { BenchServer } from './server.ts'

export interface Journey {
  name: string
  /** Least ratio of our requests a second to the bare program's. */
  least: number
  ours: Omit<Load, 'seconds' | 'connections'>
  bare: Omit<Load, 'seconds' | 'connections'>
}

const json = { 'content-type': 'application/json' }

/** Each thing that members do most, beside the same done by the bare program. */
export function journeys(server: BenchServer, bareUrl: string): Journey[] {
  const { url, token, board, postIds } = server
  const sample = postIds.filter((_, i) => i % Math.ceil(postIds.length / 500) === 0)
  const words = searchWords().map(encodeURIComponent)
  const first = sample[0] ?? ''
  const member = { authorization: `Bearer ${token}` }
  const commentOn = (id: string) => ({
    method: 'POST' as const,
    body: JSON.stringify({ body: '저도 같은 문제를 겪었어요.' }),
    path: id,
  })
  return [
    {
      name: 'post by id, member',
      least: 0.5,
      ours: { url, headers: member, requests: sample.map((id) => ({ path: `/api/posts/${id}` })) },
      bare: { url: bareUrl, requests: sample.map((id) => ({ path: `/posts/${id}` })) },
    },
    {
      name: 'list of a board, member',
      least: 0.5,
      ours: { url, headers: member, requests: [{ path: `/api/boards/${board}/posts` }] },
      bare: { url: bareUrl, requests: [{ path: '/list' }] },
    },
    {
      name: 'search, member',
      least: 0.5,
      ours: { url, headers: member, requests: words.map((q) => ({ path: `/api/search?q=${q}` })) },
      bare: { url: bareUrl, requests: words.map((q) => ({ path: `/search?q=${q}` })) },
    },
    {
      name: 'comment, member',
      least: 0.5,
      ours: {
        url,
        headers: { ...member, ...json },
        requests: sample.map((id) => commentOn(`/api/subjects/${id}/comments`)),
      },
      bare: { url: bareUrl, headers: json, requests: sample.map((id) => commentOn(`/posts/${id}/comments`)) },
    },
    {
      name: 'post by id, guest (kept)',
      least: 0.6,
      ours: { url, requests: [{ path: `/api/posts/${first}` }] },
      bare: { url: bareUrl, requests: [{ path: '/kept-post' }] },
    },
    {
      name: 'list of a board, guest (kept)',
      least: 0.6,
      ours: { url, requests: [{ path: `/api/boards/${board}/posts` }] },
      bare: { url: bareUrl, requests: [{ path: '/kept-list' }] },
    },
  ]
}
