import cluster, { type Worker } from 'node:cluster'
import { setTimeout as wait } from 'node:timers/promises'
import { AggregatorRegistry, type Registry } from 'prom-client'

/** Between the first process and its web processes: any of these is asked for /metrics, and each counts for itself. */
type Message =
  | { metrics: 'wanted'; id: number }
  | { metrics: 'asked'; id: number }
  | { metrics: 'given'; id: number; json: Parameters<typeof AggregatorRegistry.aggregate>[0][number] }
  | { metrics: 'all'; id: number; text: string }

const patienceMs = 2_000
const isOurs = (message: unknown): message is Message =>
  typeof message === 'object' && message !== null && 'metrics' in message

/** In a web process: the metrics of all of them as text; its own alone when the first one does not answer. */
export function metricsOfAll(registry: Registry): () => Promise<string> {
  const waiting = new Map<number, (text: string) => void>()
  let last = 0
  process.on('message', async (message) => {
    if (!isOurs(message)) return
    if (message.metrics === 'all') waiting.get(message.id)?.(message.text)
    if (message.metrics === 'asked')
      process.send?.({ metrics: 'given', id: message.id, json: await registry.getMetricsAsJSON() } as Message)
  })
  return async () => {
    const id = ++last
    const all = new Promise<string>((resolve) => waiting.set(id, resolve))
    process.send?.({ metrics: 'wanted', id } satisfies Message)
    try {
      const text = await Promise.race([all, wait(2 * patienceMs, undefined, { ref: false })])
      return text ?? (await registry.metrics())
    } finally {
      waiting.delete(id)
    }
  }
}

/** In the first process: gathers what each web process counted, and what this one did, for whoever wants it. */
export function gatherMetrics(own: Registry): void {
  let last = 0
  async function gather(): Promise<string> {
    const id = ++last
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
    const given = await Promise.all(workers.map((worker) => ask(worker, id)))
    const all = [await own.getMetricsAsJSON(), ...given.filter((json) => json !== undefined)]
    return AggregatorRegistry.aggregate(all as never).metrics()
  }
  cluster.on('message', async (worker, message: unknown) => {
    if (!isOurs(message) || message.metrics !== 'wanted') return
    const text = await gather().catch(() => undefined)
    if (text !== undefined && worker.isConnected()) worker.send({ metrics: 'all', id: message.id, text })
  })
}

async function ask(worker: Worker, id: number) {
  let hear = (_: unknown) => {}
  const answer = new Promise<unknown>((resolve) => {
    hear = (message) => {
      if (isOurs(message) && message.metrics === 'given' && message.id === id) resolve(message.json)
    }
  })
  worker.on('message', hear)
  try {
    if (!worker.isConnected()) return undefined
    worker.send({ metrics: 'asked', id })
    return await Promise.race([answer, wait(patienceMs)])
  } finally {
    worker.off('message', hear)
  }
}
