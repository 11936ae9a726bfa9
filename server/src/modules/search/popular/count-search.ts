import { createHmac } from 'node:crypto'
import { type Actor, callerOf, isMember } from '../../../kernel/actor.ts'
import { sql } from '../../../platform/database.ts'
import type { SearchRequest } from '../find/request.ts'
import type { SearchContext } from '../search-context.ts'
import { normalise } from '../text/normalise.ts'
import { wordsOf } from '../text/words.ts'
import { dayIn } from './day.ts'

const mostAWordAndDay = 10
const mostOwn = 20
// a hundred characters may be some thousand letters and marks: more than an index holds
const longestOwn = 500

/** The words alone: what is counted, whatever blanks, case and signs it was typed with. */
export const keyOf = (text: string): string =>
  [...wordsOf(normalise(text))]
    .map((word) => word.text)
    .join(' ')
    .slice(0, 200)

/** One search by this actor today: towards the popular words, at most ten times, and into the member's own list. */
export async function countSearch({ platform }: SearchContext, actor: Actor, { text }: SearchRequest): Promise<void> {
  const key = keyOf(text)
  if (key === '' || actor.kind === 'system') return
  const now = platform.clock.now()
  const day = dayIn(platform.config.timezone, now)
  const salt = platform.config.secretKeys[0] ?? ''
  const who = createHmac('sha256', salt)
    .update(`search ${day} ${callerOf(actor)}`)
    .digest('base64url')
  await platform.db.run(sql`
    insert into search.asked (day, text, actor, times) values (${day}, ${key}, ${who}, 1)
    on conflict (day, text, actor) do update set times = least(${mostAWordAndDay}, asked.times + 1)`)
  if (!isMember(actor) || text.length > longestOwn) return
  await platform.db.run(sql`
    insert into search.own_searches (member_id, text, asked_at) values (${actor.id}, ${text}, ${now})
    on conflict (member_id, text) do update set asked_at = excluded.asked_at`)
  await platform.db.run(sql`
    delete from search.own_searches where member_id = ${actor.id} and text in (
      select text from search.own_searches where member_id = ${actor.id} order by asked_at desc offset ${mostOwn})`)
}
