import { guest } from '../../../kernel/actor.ts'
import { sql } from '../../../platform/database.ts'
import type { PostKind } from '../boards/board.ts'
import type { Community } from '../community.ts'
import { seesBoard } from '../policy.ts'
import { postLink } from '../posts/post.ts'
import { element, xmlHead } from './xml.ts'

/** sitemaps.org: at most so many addresses a file. */
const mostInFile = 50_000
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'

async function publicBoards({ platform, boards }: Community): Promise<string[]> {
  const [all, words] = await Promise.all([boards.all(), platform.subjects.wordsOf(guest())])
  return all.filter((board) => seesBoard(board, words)).map(({ id }) => id)
}

/** The index: a file for every 50,000 public posts, each named by the first post in it. */
export async function sitemapIndex(community: Community): Promise<string> {
  const { db, config } = community.platform
  const firsts = await db.many<{ id: string }>(sql`
    select id from (
      select id, row_number() over (order by id) - 1 as n from community.posts
      where board_id = any(${await publicBoards(community)}) and state = 'living' and listed) numbered
    where n % ${mostInFile}::integer = 0 order by id`)
  const files = firsts.map(({ id }) => `<sitemap>${element('loc', `${config.publicUrl}/sitemaps/${id}.xml`)}</sitemap>`)
  return `${xmlHead}<sitemapindex xmlns="${namespace}">\n${files.join('\n')}\n</sitemapindex>\n`
}

/** The file that begins with this post. */
export async function sitemapFrom(community: Community, from: string): Promise<string> {
  const { db, config } = community.platform
  const rows = await db.many<{ id: string; kind: PostKind; changedAt: Date }>(sql`
    select id, kind, coalesce(edited_at, created_at) as "changedAt" from community.posts
    where board_id = any(${await publicBoards(community)}) and state = 'living' and listed and id >= ${from}
    order by id limit ${mostInFile}`)
  const pages = rows.map(
    ({ id, kind, changedAt }) =>
      `<url>${element('loc', config.publicUrl + postLink(id, kind))}${element('lastmod', changedAt.toISOString())}</url>`,
  )
  return `${xmlHead}<urlset xmlns="${namespace}">\n${pages.join('\n')}\n</urlset>\n`
}
