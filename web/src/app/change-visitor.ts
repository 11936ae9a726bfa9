import type { QueryClient } from '@tanstack/react-query'
import type { Api } from '../api/api.ts'
import { instanceQuery, meQuery } from './session-queries.ts'

const kept = new Set(['me', 'instance'])

/** What was seen was seen as somebody else. */
const forgetSeen = (query: QueryClient) =>
  query.removeQueries({ predicate: ({ queryKey }) => !kept.has(String(queryKey[0])) })

/** After signing in everything is asked for again. */
export async function changeVisitor(api: Api, query: QueryClient): Promise<void> {
  await query.fetchQuery({ ...meQuery(api), staleTime: 0 })
  await query.fetchQuery({ ...instanceQuery(api), staleTime: 0 })
  forgetSeen(query)
}

/** Who signs out leaves no trail on a shared computer. */
const forgetRecents = () => {
  for (const key of Object.keys(localStorage)) if (key.startsWith('madang.recents.')) localStorage.removeItem(key)
}

/** After signing out: leaves the page as a guest, then forgets what the member saw. */
export async function leaveAsGuest(api: Api, query: QueryClient, goHome: () => Promise<void> | void): Promise<void> {
  query.setQueryData(meQuery(api).queryKey, null)
  await goHome()
  forgetSeen(query)
  forgetRecents()
}
