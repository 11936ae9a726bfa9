import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Answered, Api } from '../../api/api.ts'

export type SearchPage = Answered<'GET', '/api/search'>
export type Hit = SearchPage['items'][number]

export const filterNames = ['kind', 'in', 'board', 'category', 'tag', 'author', 'status', 'from', 'to', 'sort'] as const
export type SearchFilters = Partial<Record<(typeof filterNames)[number], string>>

export const wordsIn = (search: URLSearchParams): string => (search.get('q') ?? '').trim()

export function filtersIn(search: URLSearchParams): SearchFilters {
  return Object.fromEntries(filterNames.flatMap((name) => (search.get(name) ? [[name, search.get(name) ?? '']] : [])))
}

export const isAsked = (q: string, filters: SearchFilters): boolean => q !== '' || Object.keys(filters).length > 0

/** By more than the order of what is found. */
export const isNarrowed = (filters: SearchFilters): boolean => Object.keys(filters).some((name) => name !== 'sort')

export const searchQuery = (api: Api, q: string, filters: SearchFilters, after: string | null = null) =>
  infiniteQueryOptions({
    queryKey: ['search', q, filters, after],
    initialPageParam: after,
    getNextPageParam: ({ next }: SearchPage) => next,
    queryFn: ({ pageParam, signal }) => api.get('/api/search', { query: { q, ...filters, after: pageParam }, signal }),
    retry: false,
  })

export const popularQuery = (api: Api) =>
  queryOptions({
    queryKey: ['search-popular'],
    queryFn: () => api.get('/api/search/popular'),
    staleTime: 60_000,
    retry: false,
  })
