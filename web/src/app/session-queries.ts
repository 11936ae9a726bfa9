import { queryOptions } from '@tanstack/react-query'
import type { Api } from '../api/api.ts'
import { ApiError } from '../api/problem.ts'

/** What anyone may know of this instance. */
export const instanceQuery = (api: Api) =>
  queryOptions({
    queryKey: ['instance'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => api.get('/api/instance'),
  })

/** The signed-in member, or null for a guest. */
export const meQuery = (api: Api) =>
  queryOptions({
    queryKey: ['me'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      try {
        return await api.get('/api/me')
      } catch (error) {
        if (error instanceof ApiError && error.status === 401) return null
        throw error
      }
    },
  })
