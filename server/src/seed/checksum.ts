import { createHash } from 'node:crypto'
import type { Api } from '../process/in-process-api.ts'

interface Item {
  id: string
  title: string
  excerpt: string
  author: { nickname: string } | null
  tags: string[]
  createdAt: string
  likes: number
  comments: number
  bookmarks: number
  answers: number
  acceptedAnswerId: string | null
}

async function itemsOf(api: Api, slug: string): Promise<Item[]> {
  const items: Item[] = []
  for (let after = ''; ; ) {
    const { body } = await api.call('GET', `/api/boards/${slug}/posts?limit=100${after}`)
    items.push(...body.items)
    if (!body.next) return items
    after = `&after=${encodeURIComponent(body.next)}`
  }
}

/**
 * Of what the boards show: the same for the same options on every machine. Views and states are left out, since readers
 * and jobs change them.
 */
export async function checksumOf(api: Api): Promise<string> {
  const hash = createHash('sha256')
  const { body } = await api.call('GET', '/api/boards')
  const slugs = (body.items as { slug: string }[]).map(({ slug }) => slug).sort()
  for (const slug of slugs) {
    const items = (await itemsOf(api, slug)).sort((a, b) => (a.id < b.id ? -1 : 1))
    for (const {
      id,
      title,
      excerpt,
      author,
      tags,
      createdAt,
      likes,
      comments,
      bookmarks,
      answers,
      acceptedAnswerId,
    } of items)
      hash.update(
        JSON.stringify([
          ...[slug, id, title, excerpt, author?.nickname, [...tags].sort(), createdAt],
          ...[likes, comments, bookmarks, answers, acceptedAnswerId],
        ]),
      )
  }
  return hash.digest('hex').slice(0, 16)
}
