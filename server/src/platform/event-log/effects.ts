import type { Logger } from 'pino'
import type { Event } from '../../kernel/event.ts'
import type { Ids } from '../../kernel/id.ts'
import { type Database, sql } from '../database.ts'
import { type Bell, createBell } from './bell.ts'
import type { EffectSubscription, Subscription } from './contract.ts'
import { park } from './failures.ts'
import { eventColumns } from './log-store.ts'

export interface EffectOptions {
  db: Database
  ids: Ids
  logger: Logger
  signal: AbortSignal
  handlerTimeoutMs: number
  retryDelaysMs: readonly number[]
  pollMs: number
}

/** A lease outlives the try that it is for, so that a slow effect is not begun twice. */
const graceMs = 5_000

/** Two halves: a subscription that writes the inbox with its checkpoint, and a worker that empties it. */
export interface Effect {
  subscription: Subscription
  run(options: EffectOptions): Promise<void>
}

export function effectOf(effect: EffectSubscription): Effect {
  const bell = createBell()
  return {
    subscription: {
      name: effect.name,
      events: effect.events,
      async handle(tx, event) {
        await tx.run(sql`
          insert into events.inbox (subscription, position, event_id, type, key, data, at)
          values (${effect.name}, ${event.position}, ${event.id}, ${event.type}, ${event.key},
            ${JSON.stringify(event.data)}::jsonb, ${event.at})
          on conflict (subscription, position) do update set tries = 0, next_at = now() where events.inbox.done_at is null`)
        tx.afterCommit(bell.ring)
      },
    },
    run: (options) => empty(effect, bell, options),
  }
}

async function empty(effect: EffectSubscription, bell: Bell, o: EffectOptions): Promise<void> {
  while (!o.signal.aborted) {
    const worked = await performNext(effect, o).catch((error) => {
      o.logger.warn({ err: error, subscription: effect.name }, 'an effect could not be taken from the inbox')
      return false
    })
    if (!worked) await bell.wait(o.pollMs, o.signal)
  }
}

/** True when there was one. The try is counted before it begins: a crash in the middle of it counts too. */
async function performNext(effect: EffectSubscription, o: EffectOptions): Promise<boolean> {
  const { db, handlerTimeoutMs } = o
  const event = await db.one<Event & { tries: number }>(sql`
    update events.inbox set tries = tries + 1, next_at = now() + ${handlerTimeoutMs + graceMs}::float8 * interval '1 ms'
    where (subscription, position) = (
      select subscription, position from events.inbox
      where subscription = ${effect.name} and done_at is null and next_at <= now()
      order by next_at, position limit 1 for update skip locked)
    returning ${eventColumns}, tries`)
  if (!event) return false
  const { tries, ...said } = event
  try {
    if (tries > o.retryDelaysMs.length + 1) throw new Error('the process ended in each of its tries')
    const signal = AbortSignal.any([o.signal, AbortSignal.timeout(handlerTimeoutMs)])
    const attempt = { key: `${effect.name}/${said.id}`, repeated: tries > 1, signal }
    await Promise.race([effect.perform(said, attempt), refusalOf(signal)])
    await db.run(sql`update events.inbox set done_at = now()
      where subscription = ${effect.name} and position = ${said.position}`)
  } catch (error) {
    if (o.signal.aborted) await waitFor(effect, said, o, 0)
    else await giveBack(effect, said, tries, error, o)
  }
  return true
}

/** Rejects when aborted: an effect that ignores its signal must not hold up the others. */
const refusalOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))

const waitFor = ({ name }: EffectSubscription, event: Event, { db }: EffectOptions, ms: number) =>
  db.run(sql`update events.inbox set next_at = now() + ${ms}::float8 * interval '1 ms'
    where subscription = ${name} and position = ${event.position}`)

async function giveBack(
  effect: EffectSubscription,
  event: Event,
  tries: number,
  error: unknown,
  o: EffectOptions,
): Promise<void> {
  const { name } = effect
  o.logger.error({ err: error, subscription: name, position: event.position, tries }, 'an effect failed')
  const delayMs = o.retryDelaysMs[tries - 1]
  if (delayMs !== undefined) return void (await waitFor(effect, event, o, delayMs))
  await o.db.transact(async (tx) => {
    await tx.run(sql`delete from events.inbox where subscription = ${name} and position = ${event.position}`)
    await park(tx, { id: o.ids.next('dlt'), subscription: name, event, error, tries, retryInMs: undefined })
  })
}
