import type { Actor } from '../../kernel/actor.ts'
import { sql } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'

/** Kinds (or variants of one) that the member's public log leaves out. */
export async function hiddenKindsOf({ db }: Platform, memberId: string): Promise<string[]> {
  const row = await db.one<{ kinds: string[] }>(
    sql`select hidden_kinds as kinds from activity.preferences where member_id = ${memberId}`,
  )
  return row?.kinds ?? []
}

export async function hideKinds({ db }: Platform, actor: Actor, kinds: string[]): Promise<void> {
  await db.run(sql`
    insert into activity.preferences (member_id, hidden_kinds) values (${actor.id}, ${kinds})
    on conflict (member_id) do update set hidden_kinds = excluded.hidden_kinds`)
}
