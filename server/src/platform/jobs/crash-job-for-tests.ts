import { setTimeout as wait } from 'node:timers/promises'
import { sql } from '../database.ts'
import { chunkStep, defineJob, type Job, skip } from './job.ts'

export interface CrashJob {
  name: string
  total: number
  /** How long a chunk is read. */
  chunkMs: number
  pause?(place: 'read' | 'write', n: number): Promise<void>
}

/** Copies the numbers 1 to `total` into the table `copied`; 13 is skipped and 17 is poison. */
export const crashJob = ({ name, total, chunkMs, pause }: CrashJob): Job =>
  defineJob({
    ...{ name, title: { ko: '복사', en: 'Copy' } },
    steps: [
      chunkStep<unknown, number, number, number>({
        name: 'numbers',
        async read(_, checkpoint, limit) {
          const from = checkpoint ?? 0
          await pause?.('read', from)
          await wait(chunkMs)
          const last = Math.min(from + limit, total)
          const items = Array.from({ length: last - from }, (_, i) => from + i + 1)
          return { items, checkpoint: last, done: last === total }
        },
        keyOf: String,
        process: async (n) => (n === 13 ? skip('seen') : n),
        async write(tx, items) {
          for (const n of items) await pause?.('write', n)
          if (items.includes(17)) throw new Error('poison')
          await tx.run(sql`
            insert into copied (job, n, writer) select ${name}, unnest(${items}::int[]), ${process.pid}
            on conflict (job, n) do update set writer = excluded.writer`)
          return undefined
        },
      }),
    ],
  })
