import { guest } from '../../../kernel/actor.ts'
import { Problem } from '../../../kernel/problem.ts'
import { sql } from '../../../platform/database.ts'
import { readRequest } from '../find/request.ts'
import { search } from '../find/search.ts'
import type { SearchContext } from '../search-context.ts'
import { leastActors } from '../settings.ts'
import { dayIn } from './day.ts'

export interface PopularWord {
  text: string
  /** Its place yesterday, from 1; null where it was not among the ten. */
  before: number | null
}

const most = 10
const looked = 40
const keptMs = 20_000
const dayMs = 86_400_000

interface Kept {
  at: number
  day: string
  words: Promise<PopularWord[]>
  yesterday: Promise<string[]>
}
const remembered = new WeakMap<SearchContext, Kept>()

/** Today's ten most searched words that find something public, with yesterday's places. At most 20 seconds old. */
export function popularWords(context: SearchContext): Promise<PopularWord[]> {
  const { clock, config } = context.platform
  const now = clock.now()
  const day = dayIn(config.timezone, now)
  const kept = remembered.get(context)
  if (kept?.day === day && Math.abs(now.getTime() - kept.at) < keptMs) return kept.words
  const before = dayIn(config.timezone, new Date(now.getTime() - dayMs))
  const yesterday = kept?.day === day ? kept.yesterday : mostSearched(context, before)
  const words = Promise.all([mostSearched(context, day), yesterday]).then(([today, places]) =>
    today.map((text) => ({ text, before: places.includes(text) ? places.indexOf(text) + 1 : null })),
  )
  remembered.set(context, { at: now.getTime(), day, words, yesterday })
  words.catch(() => remembered.delete(context))
  return words
}

async function mostSearched(context: SearchContext, day: string): Promise<string[]> {
  const { db, settings } = context.platform
  const rows = await db.many<{ text: string }>(sql`
    select text from search.asked where day = ${day} group by text
    having count(*) >= ${settings.get(leastActors)} order by sum(times) desc, text limit ${looked}`)
  const words: string[] = []
  for (const { text } of rows) {
    if (words.length === most) break
    if (await findsSomethingPublic(context, text)) words.push(text)
  }
  return words
}

async function findsSomethingPublic(context: SearchContext, text: string): Promise<boolean> {
  try {
    const request = readRequest({ q: text.slice(0, 100), filters: {} }, () => true)
    return (await search(context, guest(), request, { limit: 1 })).total > 0
  } catch (refused) {
    if (refused instanceof Problem) return false
    throw refused
  }
}
