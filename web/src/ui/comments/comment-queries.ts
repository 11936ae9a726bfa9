import { infiniteQueryOptions } from '@tanstack/react-query'
import type { Answered, Api } from '../../api/api.ts'
import type { CommentPage, CommentView, Page } from '../../api/wire.ts'
import { withHtml } from '../with-html.ts'

export type CommentSort = 'oldest' | 'newest' | 'best'

type Thread = Answered<'GET', `/api/subjects/${string}/comments`>

const drawnComments = (views: Omit<CommentView, 'html'>[]): Promise<CommentView[]> => Promise.all(views.map(withHtml))

async function drawn(page: Thread): Promise<CommentPage> {
  const items = page.items.map(async ({ replies, ...root }) => ({
    ...(await withHtml(root)),
    replies: { ...replies, items: await drawnComments(replies.items) },
  }))
  return { ...page, items: await Promise.all(items) }
}

export const commentsQuery = (api: Api, subjectId: string, sort: CommentSort) =>
  infiniteQueryOptions({
    queryKey: ['comments', subjectId, sort],
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }: CommentPage) => next,
    queryFn: async ({ pageParam }) =>
      drawn(await api.get(`/api/subjects/${subjectId}/comments`, { query: { sort, after: pageParam } })),
  })

/** The replies of a root that its first page did not hold. */
export const moreReplies = async (api: Api, rootId: string, after: string): Promise<Page<CommentView>> => {
  const page = await api.get(`/api/comments/${rootId}/replies`, { query: { after } })
  return { ...page, items: await drawnComments(page.items) }
}
