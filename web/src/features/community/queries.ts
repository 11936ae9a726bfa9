import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Api } from '../../api/api.ts'
import type { Page } from '../../api/wire.ts'
import { htmlOf, withHtml } from '../../ui/with-html.ts'
import { subjectIdOf } from './draft-target.ts'
import { drawPost } from './draw-post.ts'
import { drawArchive } from './drawn-archive.ts'
import type { PostItem } from './types.ts'

export const boardsQuery = (api: Api) => queryOptions({ queryKey: ['boards'], queryFn: () => api.get('/api/boards') })

export const boardQuery = (api: Api, slug: string) =>
  queryOptions({ queryKey: ['board', slug], queryFn: () => api.get(`/api/boards/${slug}`) })

/** What narrows a board's list; each part stands in the address under its name. */
export const filterNames = ['sort', 'status', 'category', 'tag', 'author'] as const
export type PostFilters = Partial<Record<(typeof filterNames)[number], string>>

export function filtersIn(search: URLSearchParams): PostFilters {
  return Object.fromEntries(filterNames.flatMap((name) => (search.get(name) ? [[name, search.get(name) ?? '']] : [])))
}

/** A board's posts by page. `after` is where the first page begins: from the address, for who reads without JavaScript. */
export const postsQuery = (api: Api, slug: string, filters: PostFilters, after: string | null = null) =>
  infiniteQueryOptions({
    queryKey: ['posts', slug, filters, after],
    initialPageParam: after,
    getNextPageParam: ({ next }: Page<PostItem>) => next,
    queryFn: ({ pageParam }) => api.get(`/api/boards/${slug}/posts`, { query: { ...filters, after: pageParam } }),
  })

export const questionsQuery = (api: Api, filters: PostFilters, after: string | null = null) =>
  infiniteQueryOptions({
    queryKey: ['posts', 'questions', filters, after],
    initialPageParam: after,
    getNextPageParam: ({ next }: Page<PostItem>) => next,
    queryFn: ({ pageParam }) => api.get('/api/posts', { query: { kind: 'question', ...filters, after: pageParam } }),
  })

export const postQuery = (api: Api, id: string) =>
  queryOptions({
    queryKey: ['post', id],
    queryFn: async () => drawPost(await api.get(`/api/posts/${id}`)),
  })

export type AnswerSort = 'best' | 'latest'

export const answersQuery = (api: Api, questionId: string, sort: AnswerSort) =>
  infiniteQueryOptions({
    queryKey: ['answers', questionId, sort],
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }: { next: string | null }) => next,
    queryFn: async ({ pageParam }) => {
      const path = `/api/posts/${questionId}/answers` as const
      const page = await api.get(path, { query: { sort, after: pageParam } })
      return { ...page, items: await Promise.all(page.items.map(withHtml)) }
    },
  })

export const tagsQuery = (api: Api) =>
  queryOptions({ queryKey: ['tags'], queryFn: () => api.get('/api/tags'), staleTime: 300_000 })

export const tagPostsQuery = (api: Api, tag: string, after: string | null = null) =>
  infiniteQueryOptions({
    queryKey: ['tag-posts', tag, after],
    initialPageParam: after,
    getNextPageParam: ({ next }: Page<PostItem>) => next,
    queryFn: ({ pageParam }) => api.get(`/api/tags/${encodeURIComponent(tag)}/posts`, { query: { after: pageParam } }),
  })

export const relatedQuery = (api: Api, id: string) =>
  queryOptions({
    queryKey: ['related', id],
    queryFn: () => api.get(`/api/subjects/${id}/related`),
    staleTime: 300_000,
    retry: false,
  })

/** Searches that were not asked for: they are not counted. */
export const similarQuery = (api: Api, q: string) =>
  queryOptions({
    queryKey: ['similar', q],
    queryFn: ({ signal }) =>
      api.get('/api/search', {
        query: { q: q.slice(0, 100), kind: 'post', limit: 4 },
        signal,
      }),
    staleTime: 60_000,
    retry: false,
  })

export const revisionsQuery = (api: Api, id: string) =>
  queryOptions({
    queryKey: ['revisions', id],
    queryFn: () => api.get(`/api/posts/${id}/revisions`),
  })

export const revisionQuery = (api: Api, id: string, n: number) =>
  queryOptions({
    queryKey: ['revision', id, n],
    queryFn: async () => {
      const revision = await api.get(`/api/posts/${id}/revisions/${String(n)}`)
      const of = `${id}-${n}`
      const [html, archiveHtml] = await Promise.all([htmlOf(revision.body, of), drawArchive(revision.archive, of)])
      return { ...revision, html, archiveHtml }
    },
  })

export const draftsQuery = (api: Api) =>
  queryOptions({ queryKey: ['drafts'], queryFn: () => api.get('/api/me/drafts'), staleTime: 0 })

/** Cards of what these drafts belong to; what is not to be seen any more is left out. */
export const draftSubjectsQuery = (api: Api, { items }: { items: readonly { key: string }[] }) => {
  const ids = [...new Set(items.flatMap(({ key }) => subjectIdOf(key) ?? []))]
  return queryOptions({
    queryKey: ['draft-subjects', ...ids],
    queryFn: async () => (ids.length > 0 ? (await api.get('/api/subjects', { query: { ids: ids.join() } })).items : []),
  })
}

/** A resolved question as the beginning of an archive entry. */
export const archiveDraftQuery = (api: Api, questionId: string) =>
  queryOptions({
    queryKey: ['archive-draft', questionId],
    queryFn: () => api.get(`/api/posts/${questionId}/archive-draft`),
  })

/** Posts that wait for a moderator, the longest waiting first. */
export const pendingQuery = (api: Api) =>
  infiniteQueryOptions({
    queryKey: ['posts', 'pending'],
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }: { next: string | null }) => next,
    queryFn: ({ pageParam }) => api.get('/api/pending-posts', { query: { after: pageParam } }),
  })
