import { type Database, sql } from '../server/src/platform/database.ts'
import { type Caller, startInstance } from './lib/instance.ts'
import { printTable } from './lib/table.ts'

const comments = 5_000
const acts = 100_000
const members = 200

const memberId = (n: number) => `mem_${String(n).padStart(26, '0')}`

/** One subject with comments as 5,000 writers leave them: `roots` threads of equal length. */
async function fillThread(db: Database, boardId: string, n: number, roots: number): Promise<string> {
  const id = `pst_${String(n).padStart(26, '0')}`
  await db.run(sql`
    insert into platform.subjects (id, kind, container_id, audience, state, version, title, excerpt, created_at, updated_at,
      active_at, comments)
    values (${id}, 'post', ${boardId}, array['as:' || ${boardId}::text], 'living', 1, 'title', '', now(), now(), now(),
      ${comments})`)
  await db.run(sql`
    with made as (
      select i, i % ${roots}::int as root, 'cmt_' || lpad((${n}::int * ${comments}::int + i)::text, 26, '0') as id
      from generate_series(0, ${comments - 1}::int) i)
    insert into interactions.comments (id, subject_id, root_id, parent_id, path, depth, author_id, body, replies, created_at,
      updated_at)
    select c.id, ${id}, r.id, nullif(r.id, c.id), concat_ws('.', nullif(r.id, c.id), c.id),
      case when c.id = r.id then 1 else 2 end, 'mem_' || lpad((c.i % ${members}::int)::text, 26, '0'), '저도 그래요 ' || c.i,
      case when c.id = r.id then ${comments / roots - 1}::int else 0 end, now(), now()
    from made c join made r on r.i = c.root`)
  await db.run(sql`
    insert into platform.subjects (id, kind, container_id, author_id, audience, state, version, title, excerpt, created_at,
      updated_at, active_at, likes)
    select id, 'comment', subject_id, author_id, array['as:' || subject_id], 'living', 1, '', body, now(), now(), now(),
      abs(hashtext(id)) % 50
    from interactions.comments where subject_id = ${id}`)
  return id
}

/** A hundred thousand acts of 200 members; a third for members only, some deleted since. */
async function fillActs(db: Database, boardId: string): Promise<void> {
  await db.run(sql`
    insert into platform.subjects (id, kind, variant, container_id, author_id, audience, state, version, title, excerpt, tags,
      created_at, updated_at, active_at)
    select 'pst_1' || lpad(i::text, 25, '0'), 'post', 'discussion', ${boardId},
      'mem_' || lpad((i % ${members}::int)::text, 26, '0'),
      case when i % 3 = 0 then array['members'] else array['as:' || ${boardId}::text] end,
      case when i % 10 = 0 then 'deleted' else 'living' end, 1, 'title ' || i, '', array['tag' || i % 1000],
      now() - (${acts} - i) * interval '1 second', now(), now()
    from generate_series(1, ${acts}::int) i`)
  await db.run(sql`
    insert into activity.acts (id, actor_id, verb, subject_id, kind, position, at)
    select 'act_' || right(id, 26), author_id, 'published', id, kind, 1000000 + row_number() over (order by id), created_at
    from platform.subjects where id like 'pst_1%'`)
}

async function timesOf(by: Caller, urls: string[], rounds = 200): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < rounds; i++) {
    const start = performance.now()
    await by.get(urls[i % urls.length] ?? '')
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)
}

/** First pages of threads of 5,000 comments (p95 ≤ 50 ms), logs of members with 100,000 acts in all (p95 ≤ 30 ms), home, feed. */
export async function responses(): Promise<boolean> {
  const { instance, member, stop } = await startInstance()
  const { db } = instance.platform
  try {
    const board = await member.post<{ id: string }>('/api/boards', { slug: 'long', name: 'long', kind: 'discussion' })
    const flat = await fillThread(db, board.id, 1, comments)
    const deep = await fillThread(db, board.id, 2, comments / 10)
    await fillActs(db, board.id)
    await db.run(sql`
      insert into activity.follows select ${member.id}, 'member', 'mem_' || lpad(i::text, 26, '0'), now()
      from generate_series(0, 19) i`)
    // only living members have a log
    const logs = [`/api/members/${member.id}/activity`]
    await db.run(sql`update activity.acts set actor_id = ${member.id} where actor_id = any(${[0, 1].map(memberId)})`)
    await db.pool.query('vacuum analyze')
    const journeys: [string, number, string[]][] = [
      [
        'thread of 5,000 roots',
        50,
        ['oldest', 'newest', 'best'].map((sort) => `/api/subjects/${flat}/comments?sort=${sort}`),
      ],
      [
        'thread of 500 roots',
        50,
        ['oldest', 'newest', 'best'].map((sort) => `/api/subjects/${deep}/comments?sort=${sort}`),
      ],
      ['log of a member', 30, [...logs, ...logs.map((log) => `${log}?kind=post`)]],
      ['home', 50, ['/api/home']],
      ['feed', 50, ['/api/feed', '/api/feed?of=latest']],
    ]
    const rows: string[][] = []
    let good = true
    for (const [name, most, urls] of journeys) {
      const times = await timesOf(member, urls)
      const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
      const fine = at(0.95) <= most
      good &&= fine
      rows.push([name, `${at(0.5).toFixed(1)} ms`, `${at(0.95).toFixed(1)} ms`, `≤ ${most} ms`, fine ? 'ok' : 'SHORT'])
    }
    printTable(['responses and activity', 'p50', 'p95', 'most', ''], rows)
    return good
  } finally {
    await stop()
  }
}
