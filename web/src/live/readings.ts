import { matchQuery, type Query, type QueryClient, type QueryKey } from '@tanstack/react-query'

/** How far in the event log what the cache holds knows what happened. */
export type Readings = {
  /** Everything up to here is known to all that is shown under these keys. */
  of: (keys: readonly QueryKey[]) => number
}

/** `drawnAt` is where the page was drawn; `known` how far the log is known here by now: what is asked for then knows that much. */
export function createReadings(client: QueryClient, drawnAt: number, known: () => number): Readings {
  const cache = client.getQueryCache()
  const begun = new WeakMap<Query, number>()
  const read = new WeakMap<Query, number>()
  cache.subscribe((event) => {
    if (event.type !== 'updated') return
    const { query, action } = event
    if (action.type === 'fetch') {
      // A further page makes those before it no newer.
      if (action.meta?.fetchMore) begun.delete(query)
      else begun.set(query, known())
    } else if (action.type === 'success' && !action.manual) {
      read.set(query, begun.get(query) ?? read.get(query) ?? drawnAt)
      begun.delete(query)
    }
  })
  const readAt = (query: Query): number =>
    query.state.data === undefined ? (begun.get(query) ?? known()) : (read.get(query) ?? drawnAt)
  return {
    of(keys) {
      const shown = cache.getAll().filter((query) => keys.some((queryKey) => matchQuery({ queryKey }, query)))
      return Math.min(known(), ...shown.map(readAt))
    },
  }
}
