import type { Static, TObject, TSchema } from 'typebox'

/** A fact that happened, declared once by the module that says it: `<module>.<noun>-<past verb>.v<n>`. */
export interface EventType<S extends TSchema = TSchema> {
  readonly type: string
  readonly data: S
}

/** An event as it stands in the log. `position` is gap-free and grows in commit order of each key. */
export interface Event<T = unknown> {
  position: number
  id: string
  type: string
  /** The subject or row that the event is about: events of one key keep their order. */
  key: string
  data: T
  at: Date
}

/** An event that its transaction has not yet committed. */
export type NewEvent<T = unknown> = Pick<Event<T>, 'type' | 'key' | 'data'>

export type EventData<E extends EventType> = Static<E['data']>

const registry = new Map<string, EventType>()
const shape = /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z0-9]+)+\.v\d+$/

/** Declares an event type. Throws at load when the name has another form, or is taken. */
export function defineEvent<S extends TObject>(type: string, data: S): EventType<S> {
  if (!shape.test(type)) throw new Error(`${type} is not <module>.<noun>-<past verb>.v<n>`)
  if (registry.has(type)) throw new Error(`the event ${type} is declared twice`)
  const event = { type, data }
  registry.set(type, event)
  return event
}

/** Every event type declared so far, by name. */
export const eventTypes = (): EventType[] => [...registry.values()].sort((a, b) => (a.type < b.type ? -1 : 1))
