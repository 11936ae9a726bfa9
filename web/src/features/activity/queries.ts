import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Answered, Api } from '../../api/api.ts'
import type { Page, SubjectCard } from '../../api/wire.ts'

export type Act = Answered<'GET', `/api/members/${string}/activity`>['items'][number]
export type FeedOf = 'latest' | 'following'

export const homeQuery = (api: Api) =>
  queryOptions({ queryKey: ['home'], queryFn: () => api.get('/api/home', { query: { limit: 6 } }) })

export const feedQuery = (api: Api, of: FeedOf) =>
  infiniteQueryOptions({
    queryKey: ['home', 'feed', of],
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }: Page<SubjectCard>) => next,
    queryFn: ({ pageParam }) => api.get('/api/feed', { query: { of, after: pageParam } }),
  })

export const activityQuery = (api: Api, memberId: string, kind: string | null) =>
  infiniteQueryOptions({
    queryKey: ['activity', memberId, kind],
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }: Page<Act>) => next,
    queryFn: ({ pageParam }) => api.get(`/api/members/${memberId}/activity`, { query: { kind, after: pageParam } }),
  })

type Bookmark = Answered<'GET', '/api/me/bookmarks'>['items'][number]

export const bookmarksQuery = (api: Api, folder: string | null) =>
  infiniteQueryOptions({
    queryKey: ['bookmarks', folder],
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }: Page<Bookmark>) => next,
    queryFn: ({ pageParam }) => api.get('/api/me/bookmarks', { query: { folder, after: pageParam } }),
  })

export const foldersQuery = (api: Api) =>
  queryOptions({
    queryKey: ['bookmark-folders'],
    queryFn: () => api.get('/api/me/bookmark-folders'),
  })

export const subjectQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['subject', id], queryFn: () => api.get(`/api/subjects/${id}`) })
