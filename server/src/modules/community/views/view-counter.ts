import { randomBytes } from 'node:crypto'
import { sql, type Tx } from '../../../platform/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import { viewsCounted } from '../events.ts'
import { dayOf, hashOf } from './viewer.ts'

const everyMs = 10_000
const mostWaiting = 5_000
const chunk = 200

/** Views wait in memory for at most ten seconds and are counted together: reading never waits for a write. */
export interface ViewCounter {
  add(postId: string, viewer: string): void
  /** Counts what waits, now. */
  flush(): Promise<void>
  stop(): Promise<void>
}

interface View {
  day: string
  postId: string
  viewer: string
}

export function createViewCounter(platform: Platform, waitMs = everyMs): ViewCounter {
  const { db, clock, config, logger } = platform
  let waiting = new Map<string, View>()
  let timer: NodeJS.Timeout | undefined
  let flushing: Promise<void> = Promise.resolve()

  async function count(views: View[]): Promise<void> {
    const salts = new Map<string, Buffer>()
    await db.transact(async (tx) => {
      for (const day of new Set(views.map((view) => view.day))) salts.set(day, await saltOf(tx, day))
      const rows = views.flatMap(({ day, postId, viewer }) => {
        const salt = salts.get(day)
        return salt ? [{ day, postId, viewer: hashOf(salt, viewer) }] : []
      })
      const fresh = await tx.many<{ postId: string }>(sql`
        insert into community.viewers (day, post_id, viewer)
        select * from unnest(${rows.map(({ day }) => day)}::date[], ${rows.map(({ postId }) => postId)}::text[],
          ${rows.map(({ viewer }) => viewer)}::bytea[])
        on conflict do nothing returning post_id as "postId"`)
      const byPost = Map.groupBy(fresh, ({ postId }) => postId)
      const ids = [...byPost.keys()].sort()
      // in one order in every process: no two wait for each other
      for (const id of ids) await platform.subjects.count(tx, id, { views: byPost.get(id)?.length ?? 0 })
      const [first] = ids
      if (first) tx.publish(viewsCounted, first, { postIds: ids })
    })
  }

  async function empty(): Promise<void> {
    const views = [...waiting.values()]
    waiting = new Map()
    for (let from = 0; from < views.length; from += chunk)
      await count(views.slice(from, from + chunk)).catch((error) =>
        logger.warn({ err: error }, 'views were not counted'),
      )
  }

  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    flushing = flushing.then(empty)
    return flushing
  }

  return {
    add(postId, viewer) {
      const day = dayOf(clock.now(), config.timezone)
      waiting.set(`${day} ${postId} ${viewer}`, { day, postId, viewer })
      if (waiting.size >= mostWaiting) void flush()
      else timer ??= setTimeout(() => void flush(), waitMs).unref()
    },
    flush,
    stop: flush,
  }
}

/** One salt a day for all processes; those of earlier days go, and the hashes with them. */
async function saltOf(tx: Tx, day: string): Promise<Buffer> {
  const made = await tx.run(sql`
    insert into community.view_salts (day, salt) values (${day}::date, ${randomBytes(32)}) on conflict do nothing`)
  if (made) {
    await tx.run(sql`delete from community.view_salts where day < ${day}::date - 1`)
    await tx.run(sql`delete from community.viewers where day < ${day}::date - 1`)
  }
  const row = await tx.one<{ salt: Buffer }>(sql`select salt from community.view_salts where day = ${day}::date`)
  if (!row) throw new Error(`the salt of ${day} is gone`)
  return row.salt
}
