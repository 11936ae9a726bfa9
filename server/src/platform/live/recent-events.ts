/** What a returning listener needs of an event. */
export interface RecentEvent {
  position: number
  type: string
  ids: string[]
}

/** The newest events in memory, so that a thousand reconnecting tabs cost the database nothing. */
export interface RecentEvents {
  push(event: RecentEvent): void
  /** Everything behind a position, in order; undefined when that is too far back, or ahead of the log. */
  after(position: number): RecentEvent[] | undefined
  readonly head: number
}

/** Keeps at least the newest `most` events behind `start`. */
export function createRecentEvents(most: number, start: number): RecentEvents {
  let events: RecentEvent[] = []
  let floor = start
  let head = start
  return {
    push(event) {
      if (event.position <= head) return
      head = event.position
      events.push(event)
      if (events.length < 2 * most) return
      events = events.slice(-most)
      floor = (events[0]?.position ?? head) - 1
    },
    after(position) {
      if (position < floor || position > head) return undefined
      let at = events.length
      while (at > 0 && (events[at - 1]?.position ?? 0) > position) at--
      return events.slice(at)
    },
    get head() {
      return head
    },
  }
}
