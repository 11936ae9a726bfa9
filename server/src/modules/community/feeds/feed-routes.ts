import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { guest } from '../../../kernel/actor.ts'
import { isNotModified } from '../../../kernel/etag.ts'
import { notFound } from '../../../kernel/problems.ts'
import { Fields, Id } from '../../../kernel/schema.ts'
import { Answer, type Call, type Route, route } from '../../../module.ts'
import type { Community } from '../community.ts'
import { seesBoard } from '../policy.ts'
import { listNewest } from '../posts/list-posts.ts'
import { atomOf, rssOf } from './board-feed.ts'
import { sitemapFrom, sitemapIndex } from './sitemap.ts'

const newest = 50

/** XML with a validator: whoever asks again with it is told that nothing changed. */
function answerXml(xml: string, type: string, { headers }: Pick<Call, 'headers'>): Answer {
  const etag = `"${createHash('sha1').update(xml).digest('base64url')}"`
  const kept = { etag, 'cache-control': 'public, max-age=60' }
  if (isNotModified(String(headers['if-none-match'] ?? ''), etag)) return new Answer(304, undefined, kept)
  return new Answer(200, Readable.from([xml]), { ...kept, 'content-type': `${type}; charset=utf-8` })
}

const answers = { 200: null, 304: null }

const boardFeed = (community: Community, name: 'rss' | 'atom'): Route =>
  route({
    method: 'GET',
    path: `/boards/:slug/${name}.xml`,
    access: 'guest',
    summary: `The 50 newest posts of a public board (${name === 'rss' ? 'RSS 2.0' : 'Atom'})`,
    params: Fields({ slug: Type.String({ maxLength: 60 }) }),
    query: Fields({
      category: Type.Optional(Id('cat')),
      tag: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    }),
    answers,
    refuses: [notFound],
    perMinute: 60,
    handle: async ({ params, query, headers }) => {
      const board = await community.boards.find(params.slug)
      if (!seesBoard(board, await community.platform.subjects.wordsOf(guest()))) throw notFound()
      const items = await listNewest(community, board, { ...query, limit: newest })
      const origin = community.platform.config.publicUrl
      const asked = new URLSearchParams(query).toString()
      const address = `/boards/${board.slug}/${name}.xml${asked && `?${asked}`}`
      const write = name === 'rss' ? rssOf : atomOf
      return answerXml(write({ origin, board, address, items }), `application/${name}+xml`, { headers })
    },
  })

/** What programs read: feeds of public boards, and the map of all public posts. */
export const feedRoutes = (community: Community): Route[] => [
  boardFeed(community, 'rss'),
  boardFeed(community, 'atom'),
  route({
    method: 'GET',
    path: '/sitemap.xml',
    access: 'guest',
    summary: 'The index of the maps of all public posts',
    answers,
    perMinute: 20,
    handle: async (call) => answerXml(await sitemapIndex(community), 'application/xml', call),
  }),
  route({
    method: 'GET',
    path: '/sitemaps/:file',
    access: 'guest',
    summary: 'A map of up to 50,000 public posts',
    params: Fields({ file: Type.String({ pattern: '^pst_[0-9a-hjkmnp-tv-z]{26}\\.xml$' }) }),
    answers,
    perMinute: 20,
    handle: async ({ params, headers }) =>
      answerXml(await sitemapFrom(community, params.file.slice(0, -4)), 'application/xml', { headers }),
  }),
]
