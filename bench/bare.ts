import Fastify from 'fastify'
import pg from 'pg'
import sql from 'sql-template-tag'
import { systemClock } from '../server/src/kernel/clock.ts'
import { listQueryWithPins } from '../server/src/modules/community/posts/list-query.ts'
import { postColumns } from '../server/src/modules/community/posts/post-store.ts'
import { createEngine } from '../server/src/modules/search/find/engine.ts'
import { createReading } from '../server/src/modules/search/find/reading.ts'
import { createCorpus } from '../server/src/modules/search/index/corpus.ts'
import { parseQuery } from '../server/src/modules/search/text/query.ts'
import { createDatabase } from '../server/src/platform/database.ts'

/**
 * The reference: Fastify and `pg` with the same queries and nothing else: no session, no schema, no rights, no events but
 * the row that is written. What the product adds is the distance to it.
 */
export interface Bare {
  url: string
}

const [, , database = '{}', boardId = '', pageBytes = '0', postBytes = '0'] = process.argv
const pool = new pg.Pool({ ...JSON.parse(database), max: 10 })
const app = Fastify()

const post = sql`
  select ${postColumns}, s.likes, s.dislikes, s.comments, s.bookmarks, s.views
  from community.posts p join platform.subjects s on s.id = p.id where p.id = ${''}`
const list = listQueryWithPins({ boardIds: [boardId], sort: 'latest', limit: 21 }, undefined)

app.get<{ Params: { id: string } }>('/posts/:id', async ({ params }) => {
  const { rows } = await pool.query({ name: 'post', text: post.text, values: [params.id] })
  return rows[0]
})
app.get('/list', async () => {
  const { rows } = await pool.query({ name: 'list', text: list.text, values: list.values as unknown[] })
  return { items: rows, next: null }
})

const engine = createEngine({
  corpus: createCorpus(createDatabase(pool)),
  reading: createReading(pool),
  clock: systemClock,
})
const narrowing = {
  audiences: ['public', `as:${boardId}`],
  filters: { board: [], category: [], tag: [], author: [], status: [] },
  kinds: [],
  timezone: 'Asia/Seoul',
}
const shown = 'select id, title, body from search.documents where id = any($1)'

app.get<{ Querystring: { q: string } }>('/search', async ({ query: { q } }) => {
  const { total, facets, ranked } = await engine.find({ query: parseQuery(q), field: 'both', facets: true, narrowing })
  const ids = ranked.slice(0, 20).map(({ id }) => id)
  const { rows } = await pool.query({ name: 'shown', text: shown, values: [ids] })
  return { items: rows, total, facets }
})

const insertComment = `
  insert into interactions.comments (id, subject_id, root_id, path, depth, author_id, body, created_at, updated_at)
  values ($1, $2, $1, $1, 1, $3, $4, now(), now())`
const insertSubject = `
  insert into platform.subjects (id, kind, container_id, author_id, audience, state, version, title, excerpt, created_at,
    updated_at, active_at) values ($1, 'comment', $2, $3, array['as:' || $2], 'living', 1, $4, $4, now(), now(), now())`
const countComment = `update platform.subjects set comments = comments + 1 where id = $1 returning comments`
const insertEvent = `insert into events.outbox (event_id, type, key, data, at) values ($1, 'bare.comment-added.v1', $1, $2, now())`

let n = 0
app.post<{ Params: { id: string }; Body: { body: string } }>('/posts/:id/comments', async ({ params, body }, reply) => {
  const id = `cmt_bare${process.pid}${++n}`
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query({ name: 'c1', text: insertComment, values: [id, params.id, 'mem_bare', body.body] })
    await client.query({ name: 'c2', text: insertSubject, values: [id, params.id, 'mem_bare', body.body] })
    await client.query({ name: 'c3', text: countComment, values: [params.id] })
    await client.query({ name: 'c4', text: insertEvent, values: [id, { subjectId: params.id }] })
    await client.query('commit')
    client.release()
  } catch (error) {
    client.release(error as Error)
    throw error
  }
  return reply.code(201).send({ id, body: body.body })
})

const filler = (bytes: number) => Buffer.alloc(bytes, 'x')
const [page, one] = [filler(Number(pageBytes)), filler(Number(postBytes))]
app.get('/kept-list', (_request, reply) => reply.type('application/json').send(page))
app.get('/kept-post', (_request, reply) => reply.type('application/json').send(one))

const url = await app.listen({ port: 0, host: '127.0.0.1' })
process.send?.({ url } satisfies Bare)
process.on('SIGTERM', async () => {
  await app.close()
  await pool.end()
  process.exit(0)
})
