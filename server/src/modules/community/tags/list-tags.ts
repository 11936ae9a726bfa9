import { tidyTag } from '../../../kernel/hashtags.ts'
import { type Queryable, sql } from '../../../platform/database.ts'

interface Asked {
  boardIds: string[]
  /** What they begin with; all of them without a beginning. */
  q: string
  limit: number
}

/** Tags on these boards, the most used there first. */
export async function listTags(
  db: Queryable,
  { boardIds, q, limit }: Asked,
): Promise<{ name: string; posts: number }[]> {
  const beginning = tidyTag(q).replace(/[\\%_]/g, '\\$&')
  return db.many(sql`
    select name, sum(posts)::integer as posts from community.board_tags
    where board_id = any(${boardIds}) and posts > 0 and name like ${`${beginning}%`}
    group by name order by 2 desc, name limit ${limit}`)
}
