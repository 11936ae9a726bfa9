import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLive } from '../../live/live-provider.tsx'

/** How many posts came to a board since its list was fetched; `show` fetches it again from the top. */
export function useFreshPosts(boardId: string, slug: string) {
  const query = useQueryClient()
  const [count, setCount] = useState(0)
  useLive([boardId], ({ type }) => {
    if (type === 'community.post-published.v1') setCount((n) => n + 1)
  })
  return {
    count,
    show() {
      setCount(0)
      void query.resetQueries({ queryKey: ['posts', slug] })
      scrollTo({ top: 0, behavior: 'smooth' })
    },
  }
}
