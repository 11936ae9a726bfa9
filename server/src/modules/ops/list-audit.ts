import { type CursorPart, decodeCursor, pageOf } from '../../kernel/page.ts'
import { empty, sql } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import type { IdentityApi } from '../identity/index.ts'

interface Row {
  n: number
  at: Date
  actorId: string
  act: string
  target: string
  before: unknown
  after: unknown
  reason: string | null
}

interface Query {
  limit: number
  after?: string
  target?: string
}

/** Newest first. */
export async function listAudit({ db }: Platform, identity: IdentityApi, { limit, after, target }: Query) {
  const cursor = decodeCursor(after, 1)
  const rows = await db.many<Row>(sql`
    select n, at, actor_id as "actorId", act, target, before, after, reason from platform.audit
    where true ${cursor ? sql`and n < ${cursor[0]}` : empty} ${target ? sql`and target = ${target}` : empty}
    order by n desc limit ${limit + 1}`)
  const page = pageOf(rows, limit, ({ n }): CursorPart[] => [n])
  const cards = await identity.cards(page.items.map(({ actorId }) => actorId || null))
  return { ...page, items: page.items.map(({ actorId, ...row }) => ({ ...row, actor: cards.get(actorId) ?? null })) }
}
