import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useApi } from '../../app/means.ts'
import { useLive } from '../../live/live-provider.tsx'
import { postQuery } from './queries.ts'
import type { Post } from './types.ts'

/** Whether others answered since these answers were fetched; what one does oneself is no news. `shown`: where they are kept. */
export function useFreshAnswers(question: Post, shown: QueryKey) {
  const query = useQueryClient()
  const [waiting, setWaiting] = useState(false)
  const known = useRef({ answers: question.answers, acting: 0, heard: false })
  const options = postQuery(useApi(), question.id)
  const reload = () => query.fetchQuery({ ...options, staleTime: 0 })

  /** The question and its answers as they are now. */
  async function renew(): Promise<void> {
    const [{ answers }] = await Promise.all([reload(), query.invalidateQueries({ queryKey: ['answers', question.id] })])
    known.current.answers = answers
    setWaiting(false)
  }
  async function look(): Promise<void> {
    known.current.heard = known.current.acting > 0
    if (known.current.heard) return
    const { answers } = await reload()
    if (known.current.acting > 0) known.current.heard = true
    else setWaiting(answers !== known.current.answers)
  }
  useLive([question.id], [options.queryKey, shown], ({ type }) => {
    const isAcceptance = type === 'community.answer-accepted.v1' || type === 'community.acceptance-withdrawn.v1'
    if (isAcceptance || type.startsWith('community.answer-')) (isAcceptance ? renew() : look()).catch(() => {})
  })

  return {
    waiting,
    renew,
    /** An act of one's own that shows `by` more answers: the hint about it is no news, whether it is here first or last. */
    async own<T>(by: number, act: () => Promise<T>): Promise<T> {
      known.current.acting += 1
      try {
        const done = await act()
        known.current.answers += by
        return done
      } finally {
        known.current.acting -= 1
        if (known.current.acting === 0 && known.current.heard) look().catch(() => {})
      }
    },
  }
}

export type FreshAnswers = ReturnType<typeof useFreshAnswers>
