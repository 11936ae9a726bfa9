import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { useApi } from '../../app/means.ts'
import { postQuery } from './queries.ts'
import type { Post, SettableStatus } from './types.ts'
import { usePostActs } from './use-post-acts.ts'
import { useWords } from './words.ts'

/** What the menu of a post does; deleting is taken back by its toast. */
export function usePostMenuActs(post: Post) {
  const t = useWords()
  const api = useApi()
  const query = useQueryClient()
  const navigate = useNavigate()
  const { attempt, reload } = usePostActs(post)
  const { queryKey } = postQuery(api, post.id)
  const lists = () =>
    query.invalidateQueries({
      predicate: ({ queryKey: [name] }) => ['posts', 'tag-posts', 'home'].includes(String(name)),
    })
  const path = `/api/posts/${post.id}` as const

  return {
    async remove() {
      const restore = () =>
        void attempt(async () => {
          await api.post(`${path}/restoration`)
          await lists()
          await navigate(post.link)
        }, t('restored'))
      const removed = await attempt(() => api.delete(path), t('post-removed'), restore)
      if (!removed) return
      await navigate(`/boards/${post.board.slug}`)
      query.removeQueries({ queryKey })
      await lists()
    },
    pin: () =>
      attempt(
        async () => {
          await (post.pinned ? api.delete(`${path}/pin`) : api.put(`${path}/pin`))
          await Promise.all([reload(), lists()])
        },
        post.pinned ? t('unpinned') : t('pinned-done'),
      ),
    lock: () =>
      attempt(
        async () => {
          await (post.locked ? api.delete(`${path}/lock`) : api.put(`${path}/lock`))
          await reload()
        },
        post.locked ? t('unlocked') : t('locked-done'),
      ),
    approve: () =>
      attempt(async () => {
        await api.put(`${path}/approval`)
        await reload()
      }, t('approved')),
    setStatus: (status: SettableStatus) =>
      attempt(async () => {
        await api.put(`${path}/status`, { status })
        await Promise.all([reload(), lists()])
      }, t('status-changed')),
  }
}
