import type { Tx } from '../database.ts'
import { sql } from '../database.ts'
import { type ChunkStep, type JobRun, Skipped } from './job.ts'
import { isPassingFault } from './passing-fault.ts'
import type { ChunkCounts, ItemOutcome } from './run-store.ts'

/** An item on its way: its output, or why there is none. */
export interface Prepared {
  item: unknown
  output?: unknown
  outcome?: ItemOutcome
}

const cutBytes = (text: string, most: number): string => {
  const bytes = Buffer.from(text.replaceAll('\0', ''))
  return bytes.length <= most
    ? bytes.toString()
    : new TextDecoder().decode(bytes.subarray(0, most - 3)).replace(/\uFFFD+$/, '')
}

const reasonOf = (error: unknown): string => cutBytes(error instanceof Error ? error.message : String(error), 1000)

export function outcomeOf(step: ChunkStep, item: unknown, what: Skipped | { error: unknown }): ItemOutcome {
  const skipped = what instanceof Skipped
  return {
    key: cutBytes(step.keyOf(item), 500),
    outcome: skipped ? 'skipped' : 'failed',
    reason: skipped ? what.reason : reasonOf(what.error),
    excerpt: cutBytes(JSON.stringify(item) ?? '', 2048),
  }
}

/** Stores the outputs at once, or one by one after a failure. Fills in the outcomes. */
export async function writeChunk(tx: Tx, step: ChunkStep, run: JobRun, list: Prepared[]): Promise<void> {
  const good = list.filter(({ outcome }) => !outcome)
  if (!good.length) return
  const store = async (some: Prepared[]) => {
    await tx.run(sql`savepoint items`)
    try {
      const answers = await step.write(
        tx,
        some.map(({ output }) => output),
        run,
      )
      await tx.run(sql`release savepoint items`)
      for (const [i, one] of some.entries()) {
        const answer = answers?.[i]
        if (answer) one.outcome = outcomeOf(step, one.item, answer)
      }
    } catch (error) {
      if (isPassingFault(error)) throw error
      await tx.run(sql`rollback to savepoint items`)
      if (some.length > 1) for (const one of some) await store([one])
      else for (const one of some) one.outcome = outcomeOf(step, one.item, { error })
    }
  }
  await store(good)
}

export function countsOf(list: Prepared[], retries: number): ChunkCounts {
  const skipped = list.filter(({ outcome }) => outcome?.outcome === 'skipped').length
  const failed = list.filter(({ outcome }) => outcome?.outcome === 'failed').length
  return { read: list.length, written: list.length - skipped - failed, skipped, failed, retries }
}
