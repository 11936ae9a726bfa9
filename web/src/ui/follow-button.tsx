import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Bell, BellRing } from 'lucide-react'
import { ApiError } from '../api/problem.ts'
import { useApi } from '../app/means.ts'
import { useMe } from '../app/session.ts'
import { Button } from './button.tsx'
import { toast } from './toast.tsx'
import { useWords } from './words.ts'

type Props = { kind: 'members' | 'boards' | 'tags'; id: string; block?: boolean }

/** Follows a member, board or tag: what is new of it comes into the feed. For members alone. */
export function FollowButton({ kind, id, block }: Props) {
  const t = useWords()
  const api = useApi()
  const me = useMe()
  const query = useQueryClient()
  const queryKey = ['following', kind, id]
  // The three are one route to the types.
  const path = `/api/${kind}/${encodeURIComponent(id)}/follow` as `/api/members/${string}/follow`
  const { data } = useQuery({
    queryKey,
    queryFn: () => api.get(path),
    enabled: me !== null && me.id !== id,
  })
  const following = data?.following ?? false
  const change = useMutation({
    mutationFn: (next: boolean) => (next ? api.put(path) : api.delete(path)),
    onMutate: (next) => query.setQueryData(queryKey, { following: next }),
    onSuccess: (_, next) => {
      toast(next ? t('followed') : t('unfollowed'))
      return query.invalidateQueries({ queryKey: ['home', 'feed'] })
    },
    onError: (error, next) => {
      query.setQueryData(queryKey, { following: !next })
      toast((error instanceof ApiError && error.problem.title) || t('something-failed'), { tone: 'failed' })
    },
  })
  if (!me || me.id === id) return null
  return (
    <Button
      block={block ?? false}
      aria-pressed={following}
      disabled={data === undefined}
      onClick={() => change.mutate(!following)}
    >
      {following ? <BellRing /> : <Bell />}
      {following ? t('following') : t('follow')}
    </Button>
  )
}
