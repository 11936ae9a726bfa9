import { type Bell, createBell, pause } from './bell.ts'
import { openCheckpoint } from './checkpoint.ts'
import type { Subscription } from './contract.ts'
import type { Effect } from './effects.ts'
import { dueSubscriptions } from './failures.ts'
import { runSubscriber, type SubscriberOptions } from './subscriber.ts'
import type { Tail } from './tail.ts'

export interface SubscriptionsOptions
  extends Pick<SubscriberOptions, 'db' | 'ids' | 'logger' | 'signal' | 'handlerTimeoutMs' | 'retryDelaysMs'> {
  subscriptions: Iterable<Subscription>
  effects: Effect[]
  isReadModel(name: string): boolean
  tail: Tail
  retryPollMs: number
}

/** Begins to follow the log, each subscription on its own; the tail rings those that hear of an event. Resolves when all have begun. */
export async function runSubscriptions(o: SubscriptionsOptions): Promise<Promise<void>[]> {
  const { db, tail, signal, retryPollMs } = o
  const bells = new Map<string, Bell>()
  const bellsOf = new Map<string, Bell[]>()
  const due = new Set<string>()
  const running: Promise<void>[] = []
  for (const subscription of o.subscriptions) {
    const { name } = subscription
    const types = subscription.events.map(({ type }) => type)
    const starts = await openCheckpoint(db, { name, types, isReadModel: o.isReadModel(name) })
    const bell = createBell()
    bells.set(name, bell)
    for (const type of types) bellsOf.set(type, [...(bellsOf.get(type) ?? []), bell])
    running.push(runSubscriber({ ...o, subscription, bell, starts, due, tailPosition: () => tail.position }))
  }
  tail.listen(({ type }) => {
    for (const bell of bellsOf.get(type) ?? []) bell.ring()
  })

  async function watchRetries(): Promise<void> {
    while (!signal.aborted) {
      for (const name of await dueSubscriptions(db).catch(() => [])) {
        due.add(name)
        bells.get(name)?.ring()
      }
      await pause(retryPollMs, signal)
    }
  }
  return [...running, watchRetries(), ...o.effects.map((effect) => effect.run({ ...o, pollMs: retryPollMs }))]
}
