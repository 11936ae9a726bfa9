import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Answered, Api } from '../../../../web/src/api/api.ts'
import { withHtml } from '../../../../web/src/ui/with-html.ts'

type View = Answered<'GET', `/api/notes/${string}`>

/** Counters stand beside the rest: there a like is shown at once. */
const flat = ({ counts, ...note }: View) => ({ ...note, ...counts })

export const notesQuery = (api: Api, after: string | null = null) =>
  infiniteQueryOptions({
    queryKey: ['notes', after],
    initialPageParam: after,
    getNextPageParam: ({ next }: { next: string | null }) => next,
    queryFn: ({ pageParam }) => api.get('/api/notes', { query: { after: pageParam } }),
  })

export const noteQuery = (api: Api, id: string) =>
  queryOptions({
    queryKey: ['note', id],
    queryFn: async () => withHtml(flat(await api.get(`/api/notes/${id}`))),
  })
