import { LRUCache } from 'lru-cache'
import { type Queryable, sql } from '../../../platform/database.ts'
import { tagsOf } from '../../../platform/event-tags.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { SubjectCounts } from '../../../platform/subjects/subject-hook.ts'
import type { Post } from './post.ts'
import { postColumns } from './post-store.ts'

export interface LinkedRow {
  id: string
  title: string
  boardId: string
}

/** A post with what the platform counts and the posts that it is linked with. */
export interface PostRow extends Post, SubjectCounts {
  source: LinkedRow | null
  archived: LinkedRow | null
}

const mostBytes = 16 * 2 ** 20

/** Posts for readers: from memory until an event of any process names them. Writers hold the row itself. */
export interface PostRows {
  find(id: string): Promise<PostRow | undefined>
}

const readRow = (db: Queryable, id: string) =>
  db.one<PostRow>(sql`
    select ${postColumns}, s.likes, s.dislikes, s.comments, s.bookmarks, s.views,
      case when p.archive_of is not null then (
        select jsonb_build_object('id', q.id, 'title', q.title, 'boardId', q.board_id)
        from community.posts q where q.id = p.archive_of and q.state = 'living') end as source,
      case when p.status = 'RESOLVED' then (
        select jsonb_build_object('id', a.id, 'title', a.title, 'boardId', a.board_id)
        from community.posts a where a.archive_of = p.id and a.state = 'living' order by a.id desc limit 1) end as archived
    from community.posts p join platform.subjects s on s.id = p.id where p.id = ${id}`)

export function createPostRows({ db, events }: Pick<Platform, 'db' | 'events'>): PostRows {
  const rows = new LRUCache<string, PostRow>({
    maxSize: mostBytes,
    sizeCalculation: ({ title, body, details }) =>
      1000 + 2 * (title.length + body.length + JSON.stringify(details).length),
  })
  const reading = new Map<string, symbol>()
  const forget = (ids: Iterable<string>) => {
    for (const id of ids) {
      rows.delete(id)
      reading.delete(id)
    }
  }
  events.tap((said) => forget(tagsOf([...said])))
  events.tail((event) => forget(tagsOf([event])))

  return {
    async find(id) {
      const known = rows.get(id)
      if (known) return known
      const mark = Symbol()
      reading.set(id, mark)
      const row = await readRow(db, id)
      const isStill = reading.get(id) === mark
      if (isStill) reading.delete(id)
      // a linked post's new title is told under its own id alone
      if (row && isStill && !row.source && !row.archived) rows.set(id, row)
      return row
    },
  }
}
