import { useEffect } from 'react'
import { useApi } from '../../app/means.ts'

const readAfterMs = 1000

/** Counts as read after a second on the screen. That it fails is nobody's business. */
export function useCountView(postId: string): void {
  const api = useApi()
  useEffect(() => {
    const timer = setTimeout(() => void api.post(`/api/posts/${postId}/views`).catch(() => {}), readAfterMs)
    return () => clearTimeout(timer)
  }, [api, postId])
}
