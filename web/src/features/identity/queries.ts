import { queryOptions } from '@tanstack/react-query'
import type { Answered, Api } from '../../api/api.ts'

export type Term = Answered<'GET', '/api/terms'>['items'][number]

export const termsQuery = (api: Api) =>
  queryOptions({ queryKey: ['terms'], queryFn: () => api.get('/api/terms'), staleTime: 300_000 })

/** Whether the first administrator is still to be made. */
export const setupQuery = (api: Api) => queryOptions({ queryKey: ['setup'], queryFn: () => api.get('/api/setup') })
