import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ApiError, offline } from '../../api/problem.ts'
import { useApi } from '../../app/means.ts'
import { useMe } from '../../app/session.ts'
import { type CommentSort, commentsQuery } from './comment-queries.ts'
import type { ThreadActs } from './thread-acts.ts'
import type { FreshComments } from './use-fresh-comments.ts'

export type Thread = { act: <T>(act: (acts: ThreadActs) => Promise<T>) => Promise<T> }

const load = () => import('./thread-acts.ts')

/** `act((acts) => acts.add(body))`: what changes a thread is fetched for members, ahead: the connection may be gone when they do. */
export function useThread(subjectId: string, sort: CommentSort, own: FreshComments['own']): Thread {
  const api = useApi()
  const query = useQueryClient()
  const me = useMe()
  const { queryKey } = commentsQuery(api, subjectId, sort)
  const isMember = me !== null
  useEffect(() => {
    if (isMember) load().catch(() => {})
  }, [isMember])
  return {
    async act(act) {
      const { threadActs } = await load().catch(() => {
        throw new ApiError(offline)
      })
      return act(threadActs({ api, query, me, subjectId, queryKey, own }))
    },
  }
}
