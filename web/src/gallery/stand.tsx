import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { type Answer, createApi } from '../api/api.ts'
import { MeansProvider, useMeans } from '../app/means.ts'
import { instanceQuery, meQuery } from '../app/session-queries.ts'
import { instance, me } from './specimens.ts'

type Props = {
  /** What the API answers in there; without it, it never does. */
  answer?: Answer
  /** Before a guest instead of a member. */
  guest?: boolean
  /** What is known already, by query key. */
  known?: readonly (readonly [key: readonly unknown[], data: unknown])[]
  children: ReactNode
}

/** A component that asks the API stands in a world of its own: nothing leaves the gallery. */
export function Stand({ answer, guest, known = [], children }: Props) {
  const means = useMeans()
  const [own] = useState(() => {
    const query = new QueryClient({
      defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } },
    })
    const api = createApi(async () => answer ?? new Promise<never>(() => {}))
    query.setQueryData(instanceQuery(api).queryKey, instance)
    query.setQueryData(meQuery(api).queryKey, guest ? null : me)
    for (const [key, data] of known) query.setQueryData(key, data)
    return { ...means, api, query }
  })
  return (
    <QueryClientProvider client={own.query}>
      <MeansProvider value={own}>{children}</MeansProvider>
    </QueryClientProvider>
  )
}
