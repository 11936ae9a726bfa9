import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ApiError, offline } from '../../api/problem.ts'
import { useApi } from '../../app/means.ts'
import { useMe } from '../../app/session.ts'
import { toast } from '../toast.tsx'
import { useWords } from '../words.ts'
import { type CommentSort, commentsQuery } from './comment-queries.ts'
import type { ThreadActs } from './thread-acts.ts'
import type { FreshComments } from './use-fresh-comments.ts'

export type Thread = {
  act: <T>(act: (acts: ThreadActs) => Promise<T>) => Promise<T>
  /** The same for an act without a place of its own to say why it was refused. */
  tell: (act: (acts: ThreadActs) => Promise<void>) => void
  failed: (error: unknown) => void
}

const load = () => import('./thread-acts.ts')

/** `act((acts) => acts.add(body))`: what changes a thread is fetched for members, ahead: the connection may be gone when they do. */
export function useThread(subjectId: string, sort: CommentSort, own: FreshComments['own']): Thread {
  const t = useWords()
  const api = useApi()
  const query = useQueryClient()
  const me = useMe()
  const { queryKey } = commentsQuery(api, subjectId, sort)
  const isMember = me !== null
  useEffect(() => {
    if (isMember) load().catch(() => {})
  }, [isMember])
  const failed = (error: unknown) =>
    toast((error instanceof ApiError && error.problem.title) || t('something-failed'), { tone: 'failed' })
  const thread: Thread = {
    async act(act) {
      const { threadActs } = await load().catch(() => {
        throw new ApiError(offline)
      })
      return act(threadActs({ api, query, me, subjectId, queryKey, own, failed, t }))
    },
    tell: (act) => void thread.act(act).catch(failed),
    failed,
  }
  return thread
}
