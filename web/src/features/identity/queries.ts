import { queryOptions } from '@tanstack/react-query'
import type { Answered, Api } from '../../api/api.ts'

export type Term = Answered<'GET', '/api/terms'>['items'][number]

export const termsQuery = (api: Api) =>
  queryOptions({ queryKey: ['terms'], queryFn: () => api.get('/api/terms'), staleTime: 300_000 })
