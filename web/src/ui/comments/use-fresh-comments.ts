import { useQueryClient } from '@tanstack/react-query'
import { useReducer } from 'react'
import { useLive } from '../../live/live-provider.tsx'

const changing = /^interactions\.comment-(added|deleted|restored)\./

/** How many comments this reader knows of, and how many there are by the last hint. */
type Counts = { seen: number; heard: number; acting: number }
type Step = { heard: number } | 'began' | { ended: number } | 'shown'

function stepped(counts: Counts, step: Step): Counts {
  const { seen, heard, acting } = counts
  if (step === 'began') return { ...counts, acting: acting + 1 }
  if (step === 'shown') return { ...counts, seen: heard }
  if ('heard' in step) return { ...counts, heard: step.heard }
  const known = seen + step.ended
  return { seen: known, heard: heard === seen ? known : heard, acting: acting - 1 }
}

/** Whether others wrote since this thread was fetched, `total` then; `show` fetches it again. */
export function useFreshComments(subjectId: string, total: number) {
  const query = useQueryClient()
  const [{ seen, heard, acting }, step] = useReducer(stepped, { seen: total, heard: total, acting: 0 })
  useLive([subjectId], [['comments', subjectId]], ({ type, counts }) => {
    if (counts && changing.test(type)) step({ heard: counts.comments })
  })
  return {
    waiting: acting === 0 && heard !== seen,
    /** An act of one's own that adds `by` comments: the hint about it is no news, whether it is here first or last. */
    async own<T>(by: number, act: () => Promise<T>): Promise<T> {
      step('began')
      let done = 0
      try {
        const answer = await act()
        done = by
        return answer
      } finally {
        step({ ended: done })
      }
    },
    show() {
      step('shown')
      void query.invalidateQueries({ queryKey: ['comments', subjectId] })
    },
  }
}

export type FreshComments = ReturnType<typeof useFreshComments>
