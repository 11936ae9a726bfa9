import type { Static } from 'typebox'
import type { Event, EventType, NewEvent } from '../../kernel/event.ts'
import type { Page } from '../../kernel/page.ts'
import type { Queryable, TransactionHooks, Tx } from '../database.ts'

/** The events of a list of types, each with the data of its own schema. */
export type EventOf<E extends EventType> = E extends EventType<infer S> ? Event<Static<S>> : never
export type NewEventOf<E extends EventType> = E extends EventType<infer S> ? NewEvent<Static<S>> : never

/**
 * A handler of committed events. Its effects in this database and the subscription's checkpoint commit together: once in
 * effect. Events of one key come in order, but a failed one is tried again while later ones go on: a handler
 * must be commutative or fetch the present state (docs/adr/0101).
 */
export interface Subscription {
  /** `<module>.<effect-and-cause>`; the checkpoint is kept under it, so it never changes. */
  name: string
  events: readonly EventType[]
  handle(tx: Tx, event: Event): Promise<void>
  /** The same for several at once, in their order, where that is cheaper. A batch that fails is tried again in halves. */
  handleAll?(tx: Tx, events: Event[]): Promise<void>
}

/**
 * A handler with an effect outside this database (a mail, a webhook, another engine). It runs outside any transaction
 * and waits on nobody: events of one key may overtake each other. A crash between the effect and its note repeats it with
 * the same `key` and `repeated: true`: hand the key to the other side, or look there first.
 */
export interface EffectSubscription {
  name: string
  events: readonly EventType[]
  perform(event: Event, attempt: { key: string; repeated: boolean; signal: AbortSignal }): Promise<void>
}

/** Runs in the publisher's transaction; writes only its own tables; a throw undoes the whole transaction. */
export interface InTransactionHandler {
  name: string
  events: readonly EventType[]
  handle(tx: Tx, event: NewEvent): Promise<void>
}

/** Tables that are nothing but a function of the log, and can be dropped and rebuilt. */
export interface ReadModel {
  name: string
  events: readonly EventType[]
  /** Deletes every row (`delete`, not `truncate`: readers keep the old rows until the new ones commit). */
  reset(tx: Tx): Promise<void>
  handle(tx: Tx, event: Event): Promise<void>
  /** As a subscription's. */
  handleAll?(tx: Tx, events: Event[]): Promise<void>
  /** Equal for equal contents, whatever the order of writes. */
  checksum(db: Queryable): Promise<string>
}

interface On<E extends EventType, T> {
  name: string
  events: readonly E[]
  handle(tx: Tx, event: T): Promise<void>
}

interface OnAll<E extends EventType> extends On<E, EventOf<E>> {
  handleAll?(tx: Tx, events: EventOf<E>[]): Promise<void>
}

/** Declares a subscription with the event's data inferred from the schemas. */
export const on = <E extends EventType>(subscription: OnAll<E>): Subscription => subscription as Subscription
export const onInTransaction = <E extends EventType>(handler: On<E, NewEventOf<E>>): InTransactionHandler =>
  handler as InTransactionHandler

export interface DeadLetter {
  id: string
  subscription: string
  event: Event
  tries: number
  error: string
  firstFailedAt: Date
  lastFailedAt: Date
}

export interface DeadLetters {
  /** Newest first. `limit` 1 to 100. */
  list(options?: { subscription?: string; after?: string; limit?: number }): Promise<Page<DeadLetter>>
  count(): Promise<number>
  /** Has it tried again, from the first try; false when there is no such letter (any more). Safe to repeat. */
  replay(id: string): Promise<boolean>
}

export interface SubscriptionLag {
  subscription: string
  /** Age of the oldest event that waits; 0 when none does. The sequencer is listed as `sequencer`. */
  seconds: number
}

export interface Rebuilt {
  events: number
  before: string
  after: string
}

/** The log of everything that happened (docs/adr/0101): outbox, positions given after commit, checkpointed handlers. */
export interface EventLog {
  /** What `createDatabase` needs so that `tx.publish` works. */
  readonly hooks: TransactionHooks
  subscribe(subscription: Subscription): void
  subscribeEffect(subscription: EffectSubscription): void
  handleInTransaction(handler: InTransactionHandler): void
  /** Also subscribes it. */
  readModel(model: ReadModel): void
  /** After all handlers are registered. Each part may run in any number of processes. */
  start(parts: { sequence: boolean; subscriptions: boolean }): Promise<void>
  /** Ends after the transactions in flight; what is left goes on in another process or at the next start. */
  stop(): Promise<void>
  /** What this process committed, at once and before `transact` returns. Another process's is only in `tail`. */
  tap(listener: (events: readonly NewEvent[]) => void): () => void
  /** Every event of every process from now on, in position order, missing none, some ms after its commit. */
  tail(listener: (event: Event) => void): () => void
  /** The position up to which the listeners of this process have heard everything. */
  heard(): number
  /** True while this process has read the log to its end within the last second: what it keeps in memory is not older. */
  isCurrent(): boolean
  /** In position order. `limit` 1 to 1000. */
  read(options: { after: number; limit: number; types?: string[]; keys?: string[] }): Promise<Event[]>
  /** The newest position; 0 before the first event. */
  head(): Promise<number>
  /** The oldest position that `read` still reaches, minus one: an older cursor has missed something. */
  horizon(): Promise<number>
  lag(): Promise<SubscriptionLag[]>
  readonly deadLetters: DeadLetters
  /**
   * Drops and replays a read model beside live traffic: its readers see the old rows until the new ones commit, its live
   * events wait. Throws when the name is unknown.
   */
  rebuild(name: string): Promise<Rebuilt>
  /** Drops log partitions past every checkpoint and older than `keepDays`; answers their names. */
  prune(keepDays: number): Promise<string[]>
}
