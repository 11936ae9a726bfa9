import { catalogueOf, type Feature, type LoadContext, type Route } from './feature.ts'
import type { Means } from './means.ts'

const onServer = typeof window === 'undefined'

/** What the server needs to know of a matched route: the files that its screen and words are in. */
export type RouteHandle = { feature: Feature; route: Route }

/** What a route's `load` is given. */
export function loadContext(means: Means, params: Readonly<Record<string, string | undefined>>, url: URL): LoadContext {
  const { api, query } = means
  return {
    api,
    query,
    url,
    params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value ?? ''])),
    warm: (options) =>
      onServer ? query.fetchQuery(options) : query.ensureQueryData({ ...options, revalidateIfStale: true }),
    warmPages: (options) =>
      onServer
        ? query.fetchInfiniteQuery(options)
        : query.ensureInfiniteQueryData({ ...options, revalidateIfStale: true }),
  }
}

/** The words of a feature, fetched once. */
export async function needWords({ words }: Means, feature: Feature): Promise<void> {
  if (!words.has(feature.name)) words.add(feature.name, catalogueOf(await feature.words[words.locale]()))
}
