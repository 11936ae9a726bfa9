import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { Answered, Api } from '../../api/api.ts'
import { patchCached } from '../../api/patch-cached.ts'
import { ApiError } from '../../api/problem.ts'
import type { CommentPage, CommentRoot, CommentView, Me } from '../../api/wire.ts'
import { expectedHtml } from '../composer/expected-html.ts'
import { toast } from '../toast.tsx'
import { withHtml } from '../with-html.ts'
import type { useWords } from '../words.ts'
import { moreReplies } from './comment-queries.ts'
import type { FreshComments } from './use-fresh-comments.ts'

type Pages = InfiniteData<CommentPage, string | null>

export type ThreadContext = {
  api: Api
  query: QueryClient
  me: Me | null
  subjectId: string
  queryKey: readonly unknown[]
  own: FreshComments['own']
  failed: (error: unknown) => void
  t: ReturnType<typeof useWords>
}

/** A comment as it will be: its words are drawn properly when the server has it. Version 0 is on its way. */
function expected({ me, subjectId }: ThreadContext, body: string, parent?: CommentView): CommentView {
  const id = `sending ${crypto.randomUUID()}`
  return {
    id,
    subjectId,
    rootId: parent?.rootId ?? id,
    parentId: parent?.id ?? null,
    depth: parent ? 1 : 0,
    answers: null,
    author: me && { id: me.id, nickname: me.nickname, avatarUrl: me.avatarUrl, status: 'active' },
    body,
    html: expectedHtml(body),
    deleted: false,
    quote: null,
    mentions: [],
    version: 0,
    createdAt: new Date().toISOString(),
    editedAt: null,
    likes: 0,
    dislikes: 0,
    replyCount: 0,
    own: { reaction: null, bookmarked: false },
    can: { edit: false, delete: false, reply: false, react: false },
  }
}

/** What changes a thread. A new comment stands there at once; the others wait for the server's answer. */
export function threadActs(context: ThreadContext) {
  const { api, query, subjectId, queryKey, own, failed, t } = context
  const roots = (change: (roots: CommentRoot[], last: boolean) => CommentRoot[]) =>
    query.setQueryData<Pages>(
      queryKey,
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page, n) => ({ ...page, items: change(page.items, n === data.pages.length - 1) })),
        },
    )
  const inRoot = (rootId: string, change: (root: CommentRoot) => CommentRoot) =>
    roots((items) => items.map((root) => (root.id === rootId ? change(root) : root)))
  const count = (by: number) =>
    patchCached<{ id: string; comments?: number }>(query, subjectId, (subject) =>
      subject.comments === undefined ? subject : { ...subject, comments: subject.comments + by },
    )
  /** Counts at once: a live hint, which tells the number itself, may be here before the answer. */
  async function counted<T>(by: number, act: () => Promise<T>): Promise<T> {
    count(by)
    try {
      return await own(by, act)
    } catch (error) {
      count(-by)
      throw error
    }
  }

  function place(view: CommentView, parent?: CommentView): void {
    if (!parent) {
      roots((items, last) => (last ? [...items, { ...view, replies: { items: [], next: null } }] : items))
      return
    }
    inRoot(parent.rootId, (root) => {
      const at = root.replies.items.findLastIndex(({ id, parentId }) => id === parent.id || parentId === parent.id)
      const items = root.replies.items.toSpliced(at < 0 ? root.replies.items.length : at + 1, 0, view)
      return { ...root, replyCount: root.replyCount + 1, replies: { ...root.replies, items } }
    })
  }
  function takeOut({ id, rootId }: CommentView): void {
    if (id === rootId) roots((items) => items.filter((root) => root.id !== id))
    else
      inRoot(rootId, (root) => {
        const items = root.replies.items.filter((reply) => reply.id !== id)
        return { ...root, replyCount: root.replyCount - 1, replies: { ...root.replies, items } }
      })
  }
  async function restore({ id }: CommentView): Promise<void> {
    await counted(1, () => api.post(`/api/comments/${id}/restoration`))
    await query.invalidateQueries({ queryKey })
    toast(t('comment-restored'))
  }

  return {
    async add(body: string, parent?: CommentView): Promise<void> {
      const path = `/api/subjects/${subjectId}/comments` as const
      const input = { body, ...(parent ? { parentId: parent.id } : {}) }
      const sending = expected(context, body, parent)
      place(sending, parent)
      try {
        const view = await counted(1, async () => withHtml(await api.post(path, input)))
        patchCached<CommentView>(query, sending.id, (found) => ({ ...found, ...view }))
      } catch (error) {
        takeOut(sending)
        throw error
      }
    },
    /** `version`: what its writer has seen. Refused as stale, it is shown as it is now. */
    async edit(id: string, body: string, version: number): Promise<void> {
      const show = async (view: Answered<'GET', `/api/comments/${string}`>) => {
        const drawn = await withHtml(view)
        patchCached<CommentView>(query, id, (found) => ({ ...found, ...drawn }))
      }
      try {
        await show(await api.patch(`/api/comments/${id}`, { body }, { version }))
      } catch (error) {
        if (error instanceof ApiError && error.status === 412) await show(await api.get(`/api/comments/${id}`))
        throw error
      }
    },
    async remove(comment: CommentView): Promise<void> {
      await counted(-1, () => api.delete(`/api/comments/${comment.id}`))
      await query.invalidateQueries({ queryKey })
      toast(t('comment-removed'), { undo: () => void restore(comment).catch(failed) })
    },
    async showReplies(root: CommentRoot): Promise<void> {
      if (!root.replies.next) return
      const more = await moreReplies(api, root.id, root.replies.next)
      const known = new Set(root.replies.items.map(({ id }) => id))
      const fresh = more.items.filter(({ id }) => !known.has(id))
      inRoot(root.id, (found) => ({
        ...found,
        replies: { items: [...found.replies.items, ...fresh], next: more.next },
      }))
    },
  }
}

export type ThreadActs = ReturnType<typeof threadActs>
