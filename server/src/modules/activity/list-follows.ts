import type { Actor } from '../../kernel/actor.ts'
import { decodeCursor, pageOf } from '../../kernel/page.ts'
import { empty, sql } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import type { IdentityApi } from '../identity/index.ts'
import type { TargetKind } from './follow.ts'

interface Asked {
  kind?: TargetKind | undefined
  limit: number
  after?: string | undefined
}

/** What the actor follows, newest first; what is no longer there is left out. */
export async function listFollows(platform: Platform, identity: IdentityApi, actor: Actor, asked: Asked) {
  const [at, id] = decodeCursor(asked.after, 2) ?? []
  const rows = await platform.db.many<{ kind: TargetKind; id: string; at: Date }>(sql`
    select kind, target_id as id, at from activity.follows
    where member_id = ${actor.id} ${asked.kind ? sql`and kind = ${asked.kind}` : empty}
      ${id === undefined ? empty : sql`and (at, target_id) < (${at}::timestamptz, ${id})`}
    order by at desc, target_id desc limit ${asked.limit + 1}`)
  const page = pageOf(rows, asked.limit, (row) => [row.at.toISOString(), row.id])
  const idsOf = (kind: TargetKind) => page.items.flatMap((row) => (row.kind === kind ? row.id : []))
  const [members, loaded] = await Promise.all([
    identity.cards(idsOf('member')),
    platform.subjects.load(idsOf('board'), actor),
  ])
  const boards = new Map(loaded.map((board) => [board.id, board]))
  return {
    items: page.items.flatMap(({ kind, id, at }) => {
      const member = members.get(id) ?? null
      const board = boards.get(id)
      if (kind === 'member')
        return member ? { kind, id, at, name: member.nickname, link: `/members/${id}`, member } : []
      if (kind === 'tag') return { kind, id, at, name: id, link: `/tags/${encodeURIComponent(id)}`, member }
      return board ? { kind, id, at, name: board.title, link: platform.subjects.linkOf(board), member } : []
    }),
    next: page.next,
  }
}
