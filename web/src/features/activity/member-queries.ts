import { queryOptions } from '@tanstack/react-query'
import type { Api } from '../../api/api.ts'

/** By id, by nickname, or by a nickname held before. */
export const profileQuery = (api: Api, handle: string) =>
  queryOptions({
    queryKey: ['profile', handle],
    queryFn: () => api.get(`/api/members/${encodeURIComponent(handle)}`),
  })
