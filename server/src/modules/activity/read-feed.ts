import type { Actor } from '../../kernel/actor.ts'
import { decodeCursor, pageOf } from '../../kernel/page.ts'
import { empty, join, type Sql, sql } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { type SubjectRow, subjectColumns } from '../../platform/subjects/subjects.ts'
import type { InteractionsApi } from '../interactions/index.ts'
import { publishedKinds } from './read-home.ts'

interface Asked {
  /** `following`: of members, boards and tags that the actor follows; everything while there are none. */
  of: 'following' | 'latest'
  limit: number
  after?: string | undefined
}

/** The newest subjects of all kinds that the actor may see. */
export async function readFeed(platform: Platform, interactions: InteractionsApi, actor: Actor, asked: Asked) {
  const { subjects, db } = platform
  const words = await subjects.wordsOf(actor)
  const [at, id] = decodeCursor(asked.after, 2) ?? []
  const newest = (which: Sql) => sql`
    select s.id from platform.subjects s
    where s.listed and s.kind <> 'comment' and s.kind = any(${publishedKinds(platform)}) and ${subjects.seenBy(words)}
      ${id === undefined ? empty : sql`and (s.created_at, s.id) < (${at}::timestamptz, ${id})`} ${which}
    order by s.created_at desc, s.id desc limit ${asked.limit + 1}`
  const followed = asked.of === 'following' ? await followsOf(platform, actor) : []
  const targets = (kind: string) => followed.flatMap((follow) => (follow.kind === kind ? follow.targetId : []))
  const each = (kind: string, column: Sql) => sql`
    select found.id from unnest(${targets(kind)}::text[]) target(id)
      cross join lateral (${newest(sql`and ${column} = target.id`)}) found`
  const [members, boards, tags] = [targets('member'), targets('board'), targets('tag')]
  const sources = [
    ...(members.length ? [each('member', sql`s.author_id`)] : []),
    ...(boards.length ? [each('board', sql`s.container_id`)] : []),
    ...(tags.length ? [newest(sql`and s.tags <> '{}' and s.tags && ${tags}`)] : []),
  ]
  const found = sources.length
    ? join(
        sources.map((source) => sql`(${source})`),
        ' union ',
      )
    : newest(empty)
  const rows = await db.many<SubjectRow>(sql`
    select ${subjectColumns} from (${found}) found join platform.subjects s on s.id = found.id
    order by s.created_at desc, s.id desc limit ${asked.limit + 1}`)
  const page = pageOf(rows, asked.limit, (row) => [row.createdAt.toISOString(), row.id])
  return { items: await interactions.cards(actor, page.items), next: page.next }
}

const followsOf = ({ db }: Platform, actor: Actor) =>
  db.many<{ kind: string; targetId: string }>(
    sql`select kind, target_id as "targetId" from activity.follows where member_id = ${actor.id}`,
  )
