import type { Actor } from '../../src/kernel/actor.ts'
import { decodeCursor, pageOf } from '../../src/kernel/page.ts'
import { notFound } from '../../src/kernel/problems.ts'
import type { IdentityApi } from '../../src/modules/identity/index.ts'
import type { InteractionsApi } from '../../src/modules/interactions/index.ts'
import { empty, type Sql, sql } from '../../src/platform/database.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { abilities } from './policy.ts'

export interface Needs {
  identity: IdentityApi
  interactions: InteractionsApi
}

interface Row {
  id: string
  authorId: string
  title: string
  body: string
  version: number
  createdAt: Date
  updatedAt: Date
  likes: number
  dislikes: number
  comments: number
}

async function select({ db, subjects }: Platform, actor: Actor, rest: Sql): Promise<Row[]> {
  const words = await subjects.wordsOf(actor)
  return db.many<Row>(sql`
    select n.id, n.author_id as "authorId", n.title, n.body, n.version, n.created_at as "createdAt",
      n.updated_at as "updatedAt", s.likes, s.dislikes, s.comments
    from notes.notes n join platform.subjects s on s.id = n.id
    where ${subjects.seenBy(words)} ${rest}`)
}

async function views({ identity, interactions }: Needs, actor: Actor, rows: Row[]) {
  const [authors, own] = await Promise.all([
    identity.cards(rows.map(({ authorId }) => authorId)),
    interactions.own(
      actor,
      rows.map(({ id }) => id),
    ),
  ])
  return rows.map(({ authorId, likes, dislikes, comments, ...row }) => ({
    ...row,
    author: authors.get(authorId) ?? null,
    counts: { likes, dislikes, comments },
    own: own.get(row.id) ?? { reaction: null, bookmarked: false },
    can: abilities(actor, { authorId }),
  }))
}

export async function readNote(platform: Platform, needs: Needs, actor: Actor, id: string) {
  const [view] = await views(needs, actor, await select(platform, actor, sql`and n.id = ${id}`))
  if (!view) throw notFound()
  return view
}

/** Newest first. */
export async function listNotes(
  platform: Platform,
  needs: Needs,
  actor: Actor,
  query: { limit?: number; after?: string },
) {
  const limit = query.limit ?? 20
  const cursor = decodeCursor(query.after, 1)
  const behind = cursor ? sql`and n.id < ${cursor[0]}` : empty
  const rows = await select(platform, actor, sql`${behind} order by n.id desc limit ${limit + 1}`)
  const page = pageOf(rows, limit, ({ id }) => [id])
  return { ...page, items: await views(needs, actor, page.items) }
}
