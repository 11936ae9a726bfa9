import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate } from 'react-router'
import { patchCached } from '../api/patch-cached.ts'
import { ApiError } from '../api/problem.ts'
import type { OwnResponse, Reaction, Respondable } from '../api/wire.ts'
import { useApi } from '../app/means.ts'
import { useMe } from '../app/session.ts'
import { toast } from './toast.tsx'
import { useWords } from './words.ts'

const counted = (own: OwnResponse, kind: Reaction) => (own.reaction === kind ? 1 : 0)

/** The subject as it will be once the server agrees. */
function reacted(subject: Respondable, reaction: Reaction | null): Respondable {
  const own = { ...subject.own, reaction }
  return {
    ...subject,
    own,
    likes: subject.likes - counted(subject.own, 'like') + counted(own, 'like'),
    dislikes: subject.dislikes - counted(subject.own, 'dislike') + counted(own, 'dislike'),
  }
}

/** A hit of a search has the id too, but nothing of one's own. */
const patchResponses = (query: QueryClient, id: string, change: (subject: Respondable) => Respondable) =>
  patchCached<Respondable>(query, id, (found) => ('own' in found ? change(found) : found))

/** Reaction and bookmark of a subject: shown at once wherever it stands, taken back with the reason when refused. */
export function useResponse(id: string) {
  const t = useWords()
  const api = useApi()
  const query = useQueryClient()
  const me = useMe()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()

  const reasonOf = (error: unknown) =>
    error instanceof ApiError ? (error.code === 'offline' ? t('offline-undone') : error.problem.title) : ''
  const onError = (error: unknown) => toast(reasonOf(error) || t('something-failed'), { tone: 'failed' })

  const reaction = useMutation({
    mutationFn: ({ next }: { next: Reaction | null; before: Reaction | null }) =>
      next ? api.put(`/api/subjects/${id}/reaction`, { kind: next }) : api.delete(`/api/subjects/${id}/reaction`),
    onMutate: ({ next }) => patchResponses(query, id, (subject) => reacted(subject, next)),
    onError: (error, { before }) => {
      patchResponses(query, id, (subject) => reacted(subject, before))
      onError(error)
    },
  })
  const bookmark = useMutation({
    mutationFn: ({ next }: { next: boolean }) =>
      // Without a folder it lies where it lay before.
      next ? api.put(`/api/subjects/${id}/bookmark`, {}) : api.delete(`/api/subjects/${id}/bookmark`),
    onMutate: ({ next }) => setBookmarked(next),
    onSuccess: (_, { next }) => {
      if (next) toast(t('bookmarked'))
      else toast(t('bookmark-removed'), { undo: () => bookmark.mutate({ next: true }) })
    },
    onError: (error, { next }) => {
      setBookmarked(!next)
      onError(error)
    },
  })
  const setBookmarked = (bookmarked: boolean) =>
    patchResponses(query, id, (subject) => ({ ...subject, own: { ...subject.own, bookmarked } }))

  const signedIn = (act: () => void) => () => {
    if (me) act()
    else void navigate(`/sign-in?next=${encodeURIComponent(pathname + search)}`)
  }
  return {
    react: (before: Reaction | null, kind: Reaction) =>
      signedIn(() => reaction.mutate({ before, next: before === kind ? null : kind })),
    toggleBookmark: (now: boolean) => signedIn(() => bookmark.mutate({ next: !now })),
  }
}
