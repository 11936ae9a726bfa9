import type { Logger } from 'pino'
import { type Database, sql } from '../../../platform/database.ts'
import { foldChanges } from './fold-changes.ts'

/** Folds what was written into the frequencies, soon but not at each write. */
export interface Folding {
  /** Something was written: looks within two seconds whether there is enough to fold. */
  wake(): void
  /** Folds everything that waits now. */
  now(): Promise<void>
  stop(): Promise<void>
}

const delayMs = 2000
// a hundredth of the index changes nothing that anyone would see
const share = 0.01
const longestWaitMs = 10 * 60_000

/** The work is one process's at a time; what a killed one left is done by whoever looks next. */
export function createFolding(db: Database, logger: Logger): Folding {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  let foldedAt = Number.NEGATIVE_INFINITY
  let stopped = false

  const all = async () => {
    while ((await foldChanges(db)) > 0);
    foldedAt = performance.now()
  }
  async function enough(): Promise<boolean> {
    if (performance.now() - foldedAt > longestWaitMs) return true
    const row = await db.one<{ enough: boolean }>(sql`
      select count(*) > ${share}::float8 * coalesce((select max(documents) from search.indexes), 0) as enough from search.changes`)
    return row?.enough ?? false
  }
  const queue = (work: () => Promise<void>): Promise<void> => {
    const mine = running.then(work)
    running = mine.catch((error: unknown) => logger.error({ err: error }, 'search frequencies were not folded'))
    return mine
  }
  return {
    wake() {
      if (stopped) return
      timer ??= setTimeout(() => {
        timer = undefined
        queue(async () => {
          if (await enough()) await all()
        }).catch(() => {})
      }, delayMs)
      timer.unref()
    },
    now: () => queue(all),
    async stop() {
      stopped = true
      clearTimeout(timer)
      timer = undefined
      await running
    },
  }
}
