import { tooManyRequests } from '../../../kernel/problems.ts'

const mostWaiting = 20
const queues = new Map<string, { waiting: number; last: Promise<unknown> }>()

/** Runs works of one key after each other in this process, so that one's own parallel sign-ins do not count as a crowd. */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const queue = queues.get(key) ?? { waiting: 0, last: Promise.resolve() }
  if (queue.waiting >= mostWaiting) throw tooManyRequests({ retryAfterS: 1 })
  queue.waiting++
  queues.set(key, queue)
  const mine = queue.last.then(work)
  queue.last = mine.catch(() => {})
  try {
    return await mine
  } finally {
    if (--queue.waiting === 0) queues.delete(key)
  }
}
