import type { Board } from '../boards/board.ts'
import type { listNewest } from '../posts/list-posts.ts'
import { element, escapeXml, xmlHead } from './xml.ts'

type Item = Awaited<ReturnType<typeof listNewest>>[number]

interface Feed {
  origin: string
  board: Board
  /** Where the feed itself is. */
  address: string
  items: Item[]
}

const nameOf = ({ author }: Item) => author?.nickname ?? ''
const changedAt = ({ editedAt, createdAt }: Item) => editedAt ?? createdAt

/** RSS 2.0 (rssboard.org/rss-specification). */
export function rssOf({ origin, board, address, items }: Feed): string {
  const entries = items.map(
    (item) =>
      `<item>${element('title', item.title)}${element('link', origin + item.link)}<guid isPermaLink="false">${item.id}</guid>${element('pubDate', item.createdAt.toUTCString())}${element('dc:creator', nameOf(item))}${item.tags.map((tag) => element('category', tag)).join('')}${element('description', item.excerpt)}</item>`,
  )
  return `${xmlHead}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${element('title', board.name)}${element('link', `${origin}/boards/${board.slug}`)}${element('description', board.about)}<atom:link href="${escapeXml(origin + address)}" rel="self" type="application/rss+xml"/>
${entries.join('\n')}
</channel></rss>
`
}

/** Atom (RFC 4287). */
export function atomOf({ origin, board, address, items }: Feed): string {
  const updated = new Date(Math.max(...[board.updatedAt, ...items.map(changedAt)].map((time) => time.getTime())))
  const entries = items.map(
    (item) =>
      `<entry>${element('title', item.title)}<link href="${escapeXml(origin + item.link)}"/>${element('id', `${origin}/posts/${item.id}`)}${element('published', item.createdAt.toISOString())}${element('updated', changedAt(item).toISOString())}<author>${element('name', nameOf(item) || '-')}</author>${item.tags.map((tag) => `<category term="${escapeXml(tag)}"/>`).join('')}${element('summary', item.excerpt)}</entry>`,
  )
  return `${xmlHead}<feed xmlns="http://www.w3.org/2005/Atom">${element('title', board.name)}${element('subtitle', board.about)}${element('id', `${origin}/boards/${board.slug}`)}<link href="${escapeXml(`${origin}/boards/${board.slug}`)}"/><link rel="self" href="${escapeXml(origin + address)}"/>${element('updated', updated.toISOString())}
${entries.join('\n')}
</feed>
`
}
