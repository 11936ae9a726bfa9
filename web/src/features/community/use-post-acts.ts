import { useQueryClient } from '@tanstack/react-query'
import { ApiError } from '../../api/problem.ts'
import { useApi } from '../../app/means.ts'
import { toast } from '../../ui/toast.tsx'
import { drawPost } from './draw-post.ts'
import { postQuery } from './queries.ts'
import type { Post } from './types.ts'
import { useWords } from './words.ts'

/** What may be done to a post. Each act waits for the server, then shows what it answered; a refusal is said. */
export function usePostActs(post: Post) {
  const t = useWords()
  const api = useApi()
  const query = useQueryClient()
  const { queryKey } = postQuery(api, post.id)

  async function attempt(act: () => Promise<unknown>, done: string, undo?: () => void): Promise<boolean> {
    try {
      await act()
      toast(done, undo ? { undo } : {})
      return true
    } catch (error) {
      toast((error instanceof ApiError && error.problem.title) || t('failed'), { tone: 'failed' })
      return false
    }
  }
  const reload = async () => query.setQueryData(queryKey, await drawPost(await api.get(`/api/posts/${post.id}`)))
  const path = `/api/posts/${post.id}` as const

  return {
    attempt,
    reload,
    acknowledge: () =>
      attempt(async () => {
        await api.put(`${path}/acknowledgement`)
        await reload()
      }, t('acknowledged')),
  }
}
