import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Api } from '../../api/api.ts'
import type { Page } from '../../api/wire.ts'
import type { AuditRow, DeadLetter, Mail } from './types.ts'

const everyFewSeconds = 5000

export const healthQuery = (api: Api) =>
  queryOptions({
    queryKey: ['ops', 'health'],
    queryFn: () => api.get('/api/ops/health'),
    refetchInterval: everyFewSeconds,
  })

export const settingsQuery = (api: Api) =>
  queryOptions({ queryKey: ['ops', 'settings'], queryFn: () => api.get('/api/ops/settings') })

export const jobsQuery = (api: Api) =>
  queryOptions({
    queryKey: ['ops', 'jobs'],
    queryFn: () => api.get('/api/ops/jobs'),
    refetchInterval: everyFewSeconds,
  })

export const runQuery = (api: Api, id: string) =>
  queryOptions({
    queryKey: ['ops', 'run', id],
    queryFn: () => api.get(`/api/ops/jobs/runs/${id}`),
    refetchInterval: ({ state: { data } }) => (data && /RUNNING|READY|STOPPING/.test(data.state) ? 1000 : false),
  })

/** The first hundred that a run skipped or that failed. */
export const runItemsQuery = (api: Api, id: string) =>
  queryOptions({
    queryKey: ['ops', 'run', id, 'items'],
    queryFn: () => api.get(`/api/ops/jobs/runs/${id}/items`, { query: { limit: 100 } }),
  })

type Fetched<T> = (after: string | null) => Promise<Page<T>>

const paged = <T>(name: string, fetch: Fetched<T>) =>
  infiniteQueryOptions({
    queryKey: ['ops', name],
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }: Page<T>) => next,
    queryFn: ({ pageParam }) => fetch(pageParam),
  })

export const deadLettersQuery = (api: Api) =>
  paged<DeadLetter>('dead-letters', (after) => api.get('/api/ops/dead-letters', { query: { after } }))

export const mailsQuery = (api: Api) => paged<Mail>('mails', (after) => api.get('/api/ops/mails', { query: { after } }))

export const auditQuery = (api: Api) =>
  paged<AuditRow>('audit', (after) => api.get('/api/ops/audit', { query: { after } }))

export const peopleQuery = (api: Api, q: string) =>
  queryOptions({
    queryKey: ['ops', 'people', q],
    queryFn: () => api.get('/api/members', { query: { q } }),
    enabled: q !== '',
  })

export const grantsQuery = (api: Api, memberId: string) =>
  queryOptions({
    queryKey: ['ops', 'grants', memberId],
    queryFn: () => api.get(`/api/members/${memberId}/grants`),
  })
