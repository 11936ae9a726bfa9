import { Compile } from 'typebox/compile'
import type { Clock } from '../../kernel/clock.ts'
import { eventTypes, type NewEvent } from '../../kernel/event.ts'
import type { Ids } from '../../kernel/id.ts'
import { type Sql, sql, type Tx } from '../database.ts'
import type { InTransactionHandler } from './contract.ts'

export interface Outbox {
  handle(handler: InTransactionHandler): void
  /** Runs the in-transaction handlers, then answers one insert, the transaction's last statement. `events` may grow meanwhile. */
  write(tx: Tx, events: NewEvent[]): Promise<Sql | undefined>
}

export function createOutbox(options: { ids: Ids; clock: Clock; validate: boolean }): Outbox {
  const handlers: InTransactionHandler[] = []
  return {
    handle: (handler) => void handlers.push(handler),
    async write(tx, events) {
      // What handlers say is added to `events` behind these: written below, never handled here.
      for (const event of [...events])
        for (const handler of handlers)
          if (handler.events.some(({ type }) => type === event.type)) await handler.handle(tx, event)
      if (!events.length) return undefined
      if (options.validate) events.forEach(assertValid)
      const at = options.clock.now()
      return sql`
        insert into events.outbox (event_id, type, key, data, at)
        select e.id, e.type, e.key, e.data, ${at}::timestamptz from unnest(
          ${events.map(() => options.ids.next('evt'))}::text[], ${events.map((e) => e.type)}::text[],
          ${events.map((e) => e.key)}::text[], ${events.map((e) => JSON.stringify(e.data))}::jsonb[]
        ) with ordinality e (id, type, key, data, n) order by e.n`
    },
  }
}

const validators = new Map<string, ReturnType<typeof Compile>>()

function assertValid(event: NewEvent): void {
  const declared = eventTypes().find(({ type }) => type === event.type)
  if (!declared) return
  const validator = validators.get(event.type) ?? Compile(declared.data)
  validators.set(event.type, validator)
  const data: unknown = JSON.parse(JSON.stringify(event.data))
  if (validator.Check(data)) return
  const [first] = validator.Errors(data)
  throw new Error(`the data of ${event.type} does not fit: ${first?.instancePath} ${first?.message}`)
}
